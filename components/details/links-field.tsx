import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '../../lib/model/contact';
import type { ProfileKey } from '../../lib/model/profile';
import { LINE_LIMIT } from '../../lib/model/text';
import { Icon } from '../icon';
import { useRemovals } from '../list/use-removals';
import type { ProfileLink } from './details';
import { useChosen } from './use-chosen';
import { type Begun, useNewLine } from './use-new-line';

type Links = Contact['links'];
type Props = Begun<TypedLink> & {
  profiles: readonly ProfileLink[];
  onDetach: (key: ProfileKey) => void;
  links: Links;
  /** Answers whether it was kept. */
  onChange: (links: Links) => Promise<boolean>;
};

/** Where this person is found: the profiles they were recognised by, and any other address. */
export function LinksField({ profiles, onDetach, links: kept, onChange, ...begun }: Props) {
  const [links, choose] = useChosen(kept, onChange);
  const removals = useRemovals([...profiles, ...links]);
  return (
    <fieldset className="stack" {...removals}>
      <legend className="field-label">{i18n.t('details.links')}</legend>
      <ul className="links">
        {profiles.map(({ key, label, url }) => (
          <li key={key}>
            <OutsideLink url={url} label={label} />
            <button
              type="button"
              className="icon-button"
              aria-label={i18n.t('details.detach', [label])}
              title={i18n.t('details.detach', [label])}
              onClick={() => onDetach(key)}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
        {links.map((link) => (
          <li key={link.url}>
            <OutsideLink url={link.url} label={link.label ?? link.url.replace(/^https?:\/\//, '')} />
            <button
              type="button"
              className="icon-button"
              aria-label={i18n.t('details.removeLink', [link.label ?? link.url])}
              title={i18n.t('details.removeLink', [link.label ?? link.url])}
              onClick={() => void choose((before) => before.filter(({ url }) => url !== link.url))}
            >
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <NewLink {...begun} onAdd={(link) => choose((before) => [...before.filter(({ url }) => url !== link.url), link])} />
    </fieldset>
  );
}

function OutsideLink({ url, label }: Omit<ProfileLink, 'key'>) {
  return (
    <a href={url} target="_blank" rel="noopener noreferrer" title={url} dir="auto">
      {label}
    </a>
  );
}

/** A link as it is typed. */
export type TypedLink = { url: string; label: string };

function NewLink({ onAdd, ...begun }: Begun<TypedLink> & { onAdd: (link: Links[number]) => Promise<boolean> }) {
  const id = useId();
  const [refused, setRefused] = useState(false);
  const { typed, type, add } = useNewLine(NOTHING_TYPED, begun, linkOf, onAdd);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const link = linkOf(typed);
    setRefused(!link);
    if (link) void add(link);
  };
  return (
    <form className="new-line" onSubmit={submit} noValidate>
      <input
        type="url"
        aria-label={i18n.t('details.linkUrl')}
        aria-invalid={refused}
        aria-describedby={`${id}-why`}
        placeholder="https://"
        value={typed.url}
        onChange={({ currentTarget }) => {
          type({ url: currentTarget.value });
          setRefused(false);
        }}
      />
      <input
        aria-label={i18n.t('details.linkLabel')}
        placeholder={i18n.t('details.linkLabel')}
        maxLength={LINE_LIMIT}
        value={typed.label}
        onChange={({ currentTarget }) => type({ label: currentTarget.value })}
      />
      <button type="submit" className="button" disabled={typed.url.trim() === ''}>
        {i18n.t('details.add')}
        <span className="for-screen-readers"> {i18n.t('details.linkUrl')}</span>
      </button>
      <p id={`${id}-why`} className="problem" aria-live="polite">
        {refused ? i18n.t('details.notAnAddress') : ''}
      </p>
    </form>
  );
}

const NOTHING_TYPED: TypedLink = { url: '', label: '' };

function linkOf({ url, label }: TypedLink): Links[number] | undefined {
  const address = addressOf(url);
  return address === undefined ? undefined : { url: address, ...(label.trim() !== '' && { label: label.trim() }) };
}

/** The web address somebody typed, with or without its scheme; undefined when it is none. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (!url || !['http:', 'https:'].includes(url.protocol) || !url.hostname.includes('.') || url.href.length > 2000) return undefined;
  return url.href;
}
