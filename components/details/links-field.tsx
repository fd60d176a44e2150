import { type FormEvent, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '../../lib/model/contact';
import type { ProfileKey } from '../../lib/model/profile';
import { LINE_LIMIT } from '../../lib/model/text';
import { Icon } from '../icon';
import { useRemovals } from '../list/use-removals';
import { isolated } from '../name';
import type { ProfileLink } from './details';
import { useChosen } from './use-chosen';
import { type Begun, useNewLine } from './use-new-line';

type Links = Contact['links'];
type Link = Links[number];

/** Somebody else who has a profile. */
export type Owner = { id: string; name: string };

export type LinksProps = Begun<TypedLink> & {
  profiles: readonly ProfileLink[];
  onDetach: (key: ProfileKey) => void;
  /** Whose profile an address is, by the address alone; undefined where it is none that Kith recognises. */
  keyOf: (url: string) => ProfileKey | undefined;
  /** Makes a profile theirs. Answers whether it was kept, and where it is somebody else's, whose it is. */
  onAttach: (key: ProfileKey) => Promise<boolean | Owner>;
  onMerge: (ownerId: string) => Promise<boolean>;
  links: Links;
  /** Answers whether it was kept. */
  onChange: (links: Links) => Promise<boolean>;
};

/** Where this person is found: the profiles they are recognised by, and any other address. */
export function LinksField({ profiles, onDetach, keyOf, onAttach, onMerge, links: kept, onChange, ...begun }: LinksProps) {
  const [links, choose] = useChosen(kept, onChange);
  const addLink = (link: Link) => choose((before) => [...before.filter(({ url }) => url !== link.url), link]);
  const add = (link: Link) => {
    const key = keyOf(link.url);
    return key === undefined ? addLink(link) : onAttach(key);
  };
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
      <NewLink {...begun} onAdd={add} onMerge={onMerge} onAddLink={addLink} />
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

type NewLinkProps = Begun<TypedLink> & {
  /** Answers whether it was kept, and of a profile that is somebody else's, whose it is. */
  onAdd: (link: Link) => Promise<boolean | Owner>;
  onMerge: (ownerId: string) => Promise<boolean>;
  /** Keeps it as a link, whatever it leads to. */
  onAddLink: (link: Link) => Promise<boolean>;
};

function NewLink({ onAdd, onMerge, onAddLink, ...begun }: NewLinkProps) {
  const id = useId();
  const [refused, setRefused] = useState(false);
  const [taken, setTaken] = useState<{ link: Link; owner: Owner }>();
  const field = useRef<HTMLInputElement>(null);
  const addWhole = (said: TypedLink) => {
    const link = linkOf(said);
    return link && added(link);
  };
  const added = async (link: Link) => {
    const answer = await onAdd(link);
    if (typeof answer === 'boolean') return answer;
    setTaken({ link, owner: answer });
    return false;
  };
  const { typed, type, give } = useNewLine(NOTHING_TYPED, begun, addWhole);
  const decide = (kept: Promise<boolean>) => {
    void give(kept);
    setTaken(undefined);
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const kept = addWhole(typed);
    setRefused(!kept);
    if (kept) void give(kept);
  };
  return (
    <form className="new-line" onSubmit={submit} noValidate>
      <input
        ref={field}
        type="url"
        aria-label={i18n.t('details.linkUrl')}
        aria-invalid={refused}
        aria-describedby={`${id}-why`}
        placeholder="https://"
        value={typed.url}
        onChange={({ currentTarget }) => {
          type({ url: currentTarget.value });
          setRefused(false);
          setTaken(undefined);
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
      <div className="link-taken" aria-live="polite">
        {taken && (
          <>
            <p>{i18n.t('details.profileOf', [isolated(taken.owner.name)])}</p>
            <button type="button" className="button" onClick={() => decide(onMerge(taken.owner.id))}>
              {i18n.t('samePerson.merge')}
            </button>
            <button type="button" className="button link" onClick={() => decide(onAddLink(taken.link))}>
              {i18n.t('details.linkOnly')}
            </button>
          </>
        )}
      </div>
    </form>
  );
}

const NOTHING_TYPED: TypedLink = { url: '', label: '' };

function linkOf({ url, label }: TypedLink): Link | undefined {
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
