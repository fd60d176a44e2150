import { i18n } from '#i18n';
import type { KithDatabase } from '../../lib/db/database';
import { type AnnotationFacts, annotationFacts, type BadgeFacts, readSettings } from '../../lib/db/queries/people';
import { plainText } from '../../lib/formats/markdown';
import type { Annotation } from '../../lib/model/annotation';
import type { Channel } from '../../lib/model/interaction';
import type { ProfileKey } from '../../lib/model/profile';
import { isDue } from '../../lib/model/reminder';
import { annotationMode } from '../../lib/model/settings';
import { localeOfTexts, shortAge, spokenDate, spokenDateTime } from '../../lib/model/spoken';
import { type CalendarDate, localDateTime, today } from '../../lib/model/temporal';
import { excerpt } from '../../lib/model/text';
import { siteIdAt } from '../../lib/sites/site-at';
import { now, zone } from './clock';

/** Enough of a note to remember by; the whole of it is a click away. */
const EXCERPT_GRAPHEMES = 280;
const PROMISE_GRAPHEMES = 90;

/**
 * What stands beside the name on the page at `url`, which is the profile with this key: finished words, and no more of them than the
 * user lets into that site's pages; none where nothing `may` be shown.
 */
export async function annotationOf(db: KithDatabase, key: ProfileKey, url: string, may: Promise<boolean>): Promise<Annotation> {
  const [isOn, settings, facts] = await Promise.all([may, readSettings(db), annotationFacts(db, key, now(), zone())]);
  const mode = isOn ? annotationMode(settings, siteIdAt(new URL(url))) : 'off';
  const reloadLabel = i18n.t('annotation.reload');
  if (!facts) {
    const card = { title: i18n.t('annotation.newTitle'), rows: [{ label: i18n.t('annotation.newLabel'), text: i18n.t('annotation.newHint') }] };
    return { key, mode, state: 'new', label: i18n.t('annotation.add'), spoken: i18n.t('annotation.addSpoken'), card, reloadLabel };
  }
  const date = today(now(), zone());
  const showsNotes = mode === 'always' || mode === 'hover';
  return { key, mode, state: facts.staleness, ...badgeWords(facts, date), card: showsNotes ? cardWords(facts, date) : { title: '', rows: [] }, reloadLabel };
}

/** The words on a badge, and those for screen readers. */
export function badgeWords({ contact, lastContact, next }: BadgeFacts, date: CalendarDate): { label: string; spoken: string } {
  const locale = localeOfTexts(i18n.t('language'), navigator.languages);
  const age = lastContact ? shortAge(lastContact.on, date, locale) : i18n.t('annotation.never');
  const ago = lastContact ? i18n.t('annotation.lastContact', [spokenDate(lastContact.on, date, locale)]) : i18n.t('annotation.neverSpoken');
  const followUp = next && (isDue(next, now(), zone()) ? i18n.t('annotation.due') : spokenDate(next.dueAt.slice(0, 10), date, locale));
  return {
    label: followUp ? `${age} · ↻ ${followUp}` : age,
    spoken: [i18n.t('annotation.known', [contact.name]), ago, followUp && i18n.t('annotation.followUpSpoken', [followUp]), i18n.t('annotation.opens')]
      .filter(Boolean)
      .join(' '),
  };
}

/** The words on the card. */
export function cardWords({ contact, lastContact, note, next, change }: AnnotationFacts, date: CalendarDate): Annotation['card'] {
  const locale = localeOfTexts(i18n.t('language'), navigator.languages);
  const rows = [
    lastContact && {
      label: i18n.t('annotation.lastContactLabel'),
      text: `${spokenDate(lastContact.on, date, locale)} · ${channelText(lastContact.channel)}`,
    },
    next && {
      label: i18n.t('annotation.followUpLabel'),
      text: `${spokenDateTime(next.dueAt, date, locale)}${next.text && ` · ${excerpt(next.text, PROMISE_GRAPHEMES)}`}`,
    },
    change && {
      label: i18n.t('annotation.changeLabel', [spokenDate(localDateTime(change.seenAt, zone()).slice(0, 10), date, locale)]),
      text: change.fields.map(({ from, to }) => `${from} → ${to}`).join(' · '),
    },
    note && {
      label: i18n.t('annotation.noteLabel', [spokenDate(localDateTime(note.createdAt, zone()).slice(0, 10), date, locale)]),
      text: excerpt(plainText(note.text), EXCERPT_GRAPHEMES),
    },
  ];
  return { title: contact.name, rows: rows.filter((row) => row !== undefined) };
}

function channelText(channel: Channel): string {
  return channel === 'e-mail' ? i18n.t('channel.email') : i18n.t(`channel.${channel}`);
}
