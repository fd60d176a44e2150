import { type FormEvent, useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Contact } from '../../lib/model/contact';
import type { ProfileKey } from '../../lib/model/profile';
import { LINE_LIMIT } from '../../lib/model/text';
import { Icon } from '../icon';
import { useRemovals } from '../list/use-removals';
import type { ProfileLink } from './details';
import { useChosen } from './use-chosen';

type Links = Contact['links'];
type Props = {
  profiles: readonly ProfileLink[];
  onDetach: (key: ProfileKey) => void;
  links: Links;
  /** Answers whether it was kept. */
  onChange: (links: Links) => Promise<boolean>;
};

/** Where this person is found: the profiles they were recognised by, and any other address. */
export function LinksField({ profiles, onDetach, links: kept, onChange }: Props) {
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
      <NewLink onAdd={(link) => void choose((before) => [...before.filter(({ url }) => url !== link.url), link])} />
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

function NewLink({ onAdd }: { onAdd: (link: Links[number]) => void }) {
  const id = useId();
  const [url, setUrl] = useState('');
  const [label, setLabel] = useState('');
  const [refused, setRefused] = useState(false);
  const add = (event: FormEvent) => {
    event.preventDefault();
    const address = addressOf(url);
    setRefused(!address);
    if (!address) return;
    onAdd({ url: address, ...(label.trim() !== '' && { label: label.trim() }) });
    setUrl('');
    setLabel('');
  };
  return (
    <form className="new-line" onSubmit={add} noValidate>
      <input
        type="url"
        aria-label={i18n.t('details.linkUrl')}
        aria-invalid={refused}
        aria-describedby={`${id}-why`}
        placeholder="https://"
        value={url}
        onChange={({ currentTarget }) => {
          setUrl(currentTarget.value);
          setRefused(false);
        }}
      />
      <input
        aria-label={i18n.t('details.linkLabel')}
        placeholder={i18n.t('details.linkLabel')}
        maxLength={LINE_LIMIT}
        value={label}
        onChange={({ currentTarget }) => setLabel(currentTarget.value)}
      />
      <button type="submit" className="button" disabled={url.trim() === ''}>
        {i18n.t('details.add')}
        <span className="for-screen-readers"> {i18n.t('details.linkUrl')}</span>
      </button>
      <p id={`${id}-why`} className="problem" aria-live="polite">
        {refused ? i18n.t('details.notAnAddress') : ''}
      </p>
    </form>
  );
}

/** The web address somebody typed, with or without its scheme; undefined when it is none. */
function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  if (!url || !['http:', 'https:'].includes(url.protocol) || !url.hostname.includes('.') || url.href.length > 2000) return undefined;
  return url.href;
}
