import './details.css';
import { type ReactNode, useId } from 'react';
import { i18n } from '#i18n';
import type { Cadence } from '../../lib/model/cadence';
import { type Contact, type ContactChanges, RELATIONS } from '../../lib/model/contact';
import type { ProfileKey } from '../../lib/model/profile';
import type { PersonView } from '../../lib/model/person-view';
import type { TagFacts } from '../../lib/model/tag';
import { LINE_LIMIT } from '../../lib/model/text';
import { relationLabel } from '../labels';
import { isolated } from '../name';
import { BirthdayField } from './birthday-field';
import { CadenceField, type SuggestedCadence } from './cadence-field';
import { CommittedText } from './committed-text';
import { CustomFields, type Field } from './custom-fields';
import { DatesField, type TypedDate } from './dates-field';
import { LinksField, type LinksProps, type TypedLink } from './links-field';
import { TagsField } from './tags-field';
import { useChosen } from './use-chosen';

export type ProfileLink = { key: ProfileKey; label: string; url: string };

/** Of the person's tags, and every tag that anybody has. */
export type TagsKnown = { facts: readonly TagFacts[]; inUse: readonly string[] };

/** Lines that were begun here and not added yet. */
export type BegunLines = { link?: TypedLink | undefined; field?: Field | undefined; date?: TypedDate | undefined };

type Props = {
  contact: Contact;
  rhythm: PersonView['rhythm'];
  suggestedCadence: SuggestedCadence | undefined;
  tags: TagsKnown;
  /** The pages this person is known by. */
  profiles: readonly ProfileLink[];
  begun: BegunLines;
  /** Told everything that is changed in those. */
  onDraft: (lines: BegunLines) => void;
  /** Says that a profile is not theirs after all. */
  onDetach: (key: ProfileKey) => void;
  keyOf: LinksProps['keyOf'];
  onAttach: LinksProps['onAttach'];
  onMerge: LinksProps['onMerge'];
  /** Where to say that somebody else who is kept is they. */
  samePersonAs: ReactNode;
  /** Answers whether it was kept. */
  onEdit: (changes: ContactChanges) => Promise<boolean>;
  /** Gives a tag a cadence for everybody who has it, or takes it away. */
  onTagCadence: (name: string, cadence: Cadence | undefined) => void;
  onDelete: () => void;
};

/** Everything else about a person; each field is kept as one leaves it. */
export function Details({
  contact,
  rhythm,
  suggestedCadence,
  tags,
  profiles,
  begun,
  onDraft,
  onDetach,
  keyOf,
  onAttach,
  onMerge,
  samePersonAs,
  onEdit,
  onTagCadence,
  onDelete,
}: Props) {
  const id = useId();
  const [relations, chooseRelations] = useChosen(contact.relations, (chosen) => onEdit({ relations: chosen }));
  return (
    <div className="details stack">
      <div className="field">
        <label htmlFor={`${id}-name`}>{i18n.t('details.name')}</label>
        <CommittedText id={`${id}-name`} value={contact.name} maxLength={LINE_LIMIT} required onCommit={(name) => void onEdit({ name })} />
      </div>
      <fieldset>
        <legend className="field-label">{i18n.t('details.relations')}</legend>
        <div className="choices">
          {RELATIONS.map((relation) => (
            <label key={relation} className="choice">
              <input
                type="checkbox"
                checked={relations.includes(relation)}
                onChange={({ currentTarget: { checked } }) =>
                  void chooseRelations((before) => RELATIONS.filter((each) => (each === relation ? checked : before.includes(each))))
                }
              />
              {relationLabel(relation)}
            </label>
          ))}
        </div>
      </fieldset>
      <CadenceField contact={contact} rhythm={rhythm} suggested={suggestedCadence} onEdit={onEdit} />
      <TagsField tags={contact.tags} {...tags} onChange={(names) => onEdit({ tags: names })} onCadence={onTagCadence} />
      <div className="field">
        <label htmlFor={`${id}-met`}>{i18n.t('details.howWeMet')}</label>
        <CommittedText
          id={`${id}-met`}
          value={contact.howWeMet ?? ''}
          rows={2}
          placeholder={i18n.t('details.howWeMetPlaceholder')}
          onCommit={(text) => void onEdit({ howWeMet: text === '' ? null : text })}
        />
      </div>
      <BirthdayField birthday={contact.birthday} onChange={(birthday) => void onEdit({ birthday: birthday ?? null })} />
      <DatesField dates={contact.dates} begun={begun.date} onDraft={(date) => onDraft({ date })} onChange={(dates) => onEdit({ dates })} />
      <LinksField
        profiles={profiles}
        onDetach={onDetach}
        keyOf={keyOf}
        onAttach={onAttach}
        onMerge={onMerge}
        links={contact.links}
        begun={begun.link}
        onDraft={(link) => onDraft({ link })}
        onChange={(links) => onEdit({ links })}
      />
      <CustomFields
        fields={contact.customFields}
        begun={begun.field}
        onDraft={(field) => onDraft({ field })}
        onChange={(customFields) => onEdit({ customFields })}
      />
      {samePersonAs}
      <div>
        <button type="button" className="button quiet danger" onClick={onDelete}>
          {i18n.t('details.delete', [isolated(contact.name)])}
        </button>
      </div>
    </div>
  );
}
