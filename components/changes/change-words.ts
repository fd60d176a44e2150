import { i18n } from '#i18n';
import type { ContactChanges } from '../../lib/model/contact';
import type { JournalEntry, RecordChange } from '../../lib/model/journal';
import type { ProfileKey } from '../../lib/model/profile';
import { excerpt } from '../../lib/model/text';
import { isolated } from '../name';

/**
 * A change and the names of the people it was about; of an import, the file's name, and of long work, whether it is a part, and can go on; what
 * it took back, if that is known.
 */
export type Change = {
  entry: JournalEntry;
  names: readonly string[];
  fileName?: string | undefined;
  isPart?: boolean;
  canGoOn?: boolean;
  undone?: Change | undefined;
};

/** A journal entry in plain words: what was done, about whom. */
export function changeWords({ entry, names, fileName, isPart, undone }: Change): string {
  if (entry.command === 'import') return i18n.t(isPart ? 'changes.importPart' : 'changes.import', [fileName ?? i18n.t('changes.importSome')]);
  if (undone) return i18n.t('changes.undo', [changeWords(undone)]);
  const speak = WORDS.get(entry.command);
  return speak ? speak(namesInWords(names)) : i18n.t('changes.other', [namesInWords(names)]);
}

/** How a profile is called, and the plain words of what is written in Markdown. */
export type Wording = { labelOf: (key: ProfileKey) => string; plainText: (markdown: string) => string };

/** The beginning of what was written, which details were changed, or which profile it was; undefined where the words say all. */
export function changeDetail({ command, changes }: JournalEntry, { labelOf, plainText }: Wording): string | undefined {
  const contact = changes.find(({ table }) => table === 'contacts');
  if (contact && command === 'editContact') return detailsChanged(contact);
  if (contact && (command === 'attachProfile' || command === 'detachProfile')) return profilesChanged(contact).map(labelOf).join(', ');
  for (const { table, before, after } of changes) {
    const { text, label } = after ?? before ?? {};
    if (table === 'tags' && typeof label === 'string') return label;
    if (table !== 'contacts' && typeof text === 'string' && text !== '') return excerpt(table === 'notes' ? plainText(text) : text, 90);
  }
  return undefined;
}

/** "Name, Tags"; what somebody is called now where that was changed. */
function detailsChanged({ before = {}, after = {} }: RecordChange): string {
  const names = DETAILS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field])).map((field) => {
    const name = field === 'name' ? after[field] : undefined;
    const detail = i18n.t(`changes.detail.${field}`);
    return typeof name === 'string' ? i18n.t('changes.named', [detail, isolated(name)]) : detail;
  });
  return names.join(', ');
}

/** What is named where somebody's details were changed. */
const DETAILS = [
  'name',
  'relations',
  'tags',
  'howWeMet',
  'introducedBy',
  'birthday',
  'dates',
  'links',
  'customFields',
  'cadence',
  'neverRemind',
  'starred',
  'archived',
] as const satisfies (keyof ContactChanges)[];

/** The profiles that somebody was given, or that were taken from them. */
function profilesChanged({ before, after }: RecordChange): ProfileKey[] {
  const [were, are] = [keysIn(before), keysIn(after)];
  return [...are.filter((key) => !were.includes(key)), ...were.filter((key) => !are.includes(key))];
}

function keysIn(record: RecordChange['after']): ProfileKey[] {
  const keys = record?.profileKeys;
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
}

const WORDS = new Map<string, (whom: string) => string>([
  ['addContact', (whom) => i18n.t('changes.addContact', [whom])],
  ['editContact', (whom) => i18n.t('changes.editContact', [whom])],
  ['deleteContact', (whom) => i18n.t('changes.deleteContact', [whom])],
  ['writeNote', (whom) => i18n.t('changes.writeNote', [whom])],
  ['deleteNote', (whom) => i18n.t('changes.deleteNote', [whom])],
  ['logInteraction', (whom) => i18n.t('changes.logInteraction', [whom])],
  ['editInteraction', (whom) => i18n.t('changes.editInteraction', [whom])],
  ['deleteInteraction', (whom) => i18n.t('changes.deleteInteraction', [whom])],
  ['setFollowUp', (whom) => i18n.t('changes.setFollowUp', [whom])],
  ['editFollowUp', (whom) => i18n.t('changes.editFollowUp', [whom])],
  ['completeReminder', (whom) => i18n.t('changes.completeReminder', [whom])],
  ['dismissReminder', (whom) => i18n.t('changes.dismissReminder', [whom])],
  ['snoozeReminder', (whom) => i18n.t('changes.snoozeReminder', [whom])],
  ['awaitEncounter', (whom) => i18n.t('changes.awaitEncounter', [whom])],
  ['deferAction', (whom) => i18n.t('changes.deferAction', [whom])],
  ['settleAction', (whom) => i18n.t('changes.settleAction', [whom])],
  ['setTagCadence', () => i18n.t('changes.setTagCadence')],
  ['setNotifying', () => i18n.t('changes.setNotifying')],
  ['dismissChange', (whom) => i18n.t('changes.dismissChange', [whom])],
  ['settleChange', (whom) => i18n.t('changes.settleChange', [whom])],
  ['attachProfile', (whom) => i18n.t('changes.attachProfile', [whom])],
  ['detachProfile', (whom) => i18n.t('changes.detachProfile', [whom])],
  ['followProfile', (whom) => i18n.t('changes.followProfile', [whom])],
  ['releaseProfile', (whom) => i18n.t('changes.releaseProfile', [whom])],
  ['mergeContacts', (whom) => i18n.t('changes.mergeContacts', [whom])],
  ['declineSuggestion', () => i18n.t('changes.declineSuggestion')],
  ['undo', (whom) => i18n.t('changes.undoOfSomething', [whom])],
  ['setAnnotationMode', () => i18n.t('changes.setAnnotationMode')],
  ['setPointed', () => i18n.t('changes.setPointed')],
  ['setFollowUpTime', () => i18n.t('changes.setFollowUpTime')],
]);

/** "Ada", "Ada and Grace", "Ada and 12 more". */
export function namesInWords(names: readonly string[]): string {
  const [first, second] = names;
  if (first === undefined) return i18n.t('changes.somebody');
  if (second === undefined) return isolated(first);
  if (names.length === 2) return i18n.t('changes.twoNames', [isolated(first), isolated(second)]);
  return i18n.t('changes.manyNames', [isolated(first), String(names.length - 1)]);
}
