import { useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Cadence } from '../../lib/model/cadence';
import { type TagFacts, tagName } from '../../lib/model/tag';
import { Icon } from '../icon';
import { useCurrent } from '../list/use-current';
import { useGoingOn } from '../list/use-going-on';
import { useMoment } from '../moment';
import { useBeforeLeaving } from './before-leaving';
import { CadenceChoice } from './cadence-choice';
import { cadenceWords } from './cadence-words';
import { useChosen } from './use-chosen';

type Props = {
  tags: string[];
  /** Of this person's tags, once it was looked up. */
  facts: readonly TagFacts[];
  /** Every tag that anybody has. */
  inUse: readonly string[];
  /** Answers whether it was kept. */
  onChange: (tags: string[]) => Promise<boolean>;
  onCadence: (name: string, cadence: Cadence | undefined) => void;
};

/** The most tags that are proposed while one types. */
const PROPOSED = 200;

/** Words for groups; Enter or a comma ends one. Each may have a rhythm, for everybody who has it. */
export function TagsField({ tags: kept, facts, inUse, onChange, onCadence }: Props) {
  const id = useId();
  const [tags, choose] = useChosen(kept, onChange);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState<string>();
  const list = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useCurrent(tags);
  // Where one is taken away the keyboard goes on at the next, and after the last one at the field.
  const goingOn = useGoingOn(tags, () => {
    const pill = current === undefined ? undefined : list.current?.querySelector<HTMLElement>(`[data-tag="${CSS.escape(current)}"] button:last-child`);
    (pill ?? list.current?.querySelector('input'))?.focus();
  });
  const add = (text: string) => {
    const names = text.split(',').map(tagName).filter(Boolean);
    setTyped('');
    if (names.some((name) => !tags.includes(name))) void choose((before) => [...new Set([...before, ...names])]);
  };
  useBeforeLeaving(() => add(typed));
  const open = tags.find((tag) => tag === opened);
  const begun = tagName(typed);
  return (
    <div ref={list} className="field" {...goingOn}>
      <label htmlFor={id}>{i18n.t('details.tags')}</label>
      {tags.length > 0 && (
        <ul className="tags">
          {tags.map((tag) => (
            <TagPill
              key={tag}
              tag={tag}
              cadence={facts.find(({ name }) => name === tag)?.cadence}
              expanded={tag === open}
              onCurrent={() => setCurrent(tag)}
              onOpen={() => setOpened(tag === open ? undefined : tag)}
              onRemove={() => void choose((before) => before.filter((each) => each !== tag))}
            />
          ))}
        </ul>
      )}
      {open !== undefined && (
        <TagRhythm key={open} tag={open} facts={facts.find(({ name }) => name === open)} onCadence={(cadence) => onCadence(open, cadence)} />
      )}
      <input
        id={id}
        dir="auto"
        list={`${id}-known`}
        autoComplete="off"
        value={typed}
        placeholder={i18n.t('details.tagsPlaceholder')}
        onChange={({ currentTarget, nativeEvent }) => {
          // Chosen from the list, it is whole already.
          const isChosen = nativeEvent instanceof InputEvent && nativeEvent.inputType === 'insertReplacementText';
          if (isChosen || currentTarget.value.includes(',')) add(currentTarget.value);
          else setTyped(currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && typed.trim() !== '') add(typed);
        }}
        onBlur={() => add(typed)}
      />
      <datalist id={`${id}-known`}>
        {inUse
          .filter((name) => name.includes(begun) && !tags.includes(name))
          .slice(0, PROPOSED)
          .map((name) => (
            <option key={name}>{name}</option>
          ))}
      </datalist>
    </div>
  );
}

type PillProps = { tag: string; cadence: Cadence | undefined; expanded: boolean; onCurrent: () => void; onOpen: () => void; onRemove: () => void };

function TagPill({ tag, cadence, expanded, onCurrent, onOpen, onRemove }: PillProps) {
  const { locale } = useMoment();
  return (
    <li className="tag" data-tag={tag} onFocus={onCurrent}>
      <span dir="auto">{tag}</span>
      {cadence && <span className="hint tag-rhythm">{cadenceWords(cadence, locale)}</span>}
      <button
        type="button"
        className="icon-button"
        aria-expanded={expanded}
        aria-label={i18n.t('details.tagRhythm', [tag])}
        title={i18n.t('details.tagRhythm', [tag])}
        onClick={onOpen}
      >
        <Icon name="snooze" />
      </button>
      <button
        type="button"
        className="icon-button"
        aria-label={i18n.t('details.removeTag', [tag])}
        title={i18n.t('details.removeTag', [tag])}
        onClick={onRemove}
      >
        <Icon name="close" />
      </button>
    </li>
  );
}

/** How often to be in touch with everybody who has a tag, and how many that are. */
function TagRhythm({ tag, facts, onCadence }: { tag: string; facts: TagFacts | undefined; onCadence: (cadence: Cadence | undefined) => void }) {
  return (
    <div className="tag-rhythm-choice">
      <p dir="auto">{i18n.t('details.tagRhythmFor', [tag])}</p>
      <CadenceChoice label={i18n.t('details.tagRhythm', [tag])} cadence={facts?.cadence} onChange={onCadence} />
      {facts && <p className="hint">{holdsForWords(facts)}</p>}
    </div>
  );
}

function holdsForWords({ people, holdsFor }: TagFacts): string {
  const all = i18n.t('details.tagPeople', people);
  return holdsFor === people ? all : `${all} ${i18n.t('details.tagHoldsFor', holdsFor)}`;
}
