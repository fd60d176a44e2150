import type { TagFacts } from '../../model/tag';
import type { KithDatabase } from '../database';
import { parseRow, ROW_SCHEMAS } from '../rows';
import { rhythmRange } from '../rhythms';
import { allTags } from './lapses';

/** What is to be known of these tags. Whoever has a cadence of their own, is archived or never brought up has none from a tag. */
export function tagFacts(db: KithDatabase, names: readonly string[]): Promise<TagFacts[]> {
  return Promise.all(
    names.map(async (name) => {
      const [row, people, holdsFor] = await Promise.all([
        db.tags.get(name),
        db.contacts.where('tags').equals(name).count(),
        db.contacts
          .where('rhythms')
          .between(...rhythmRange(name))
          .count(),
      ]);
      const cadence = parseRow(ROW_SCHEMAS.tags, row)?.cadence;
      return { name, ...(cadence && { cadence }), people, holdsFor };
    }),
  );
}

/** The names of the tags that anybody has, in the order of the alphabet. */
export async function tagsInUse(db: KithDatabase): Promise<string[]> {
  return (await db.contacts.orderBy('tags').uniqueKeys()).filter((key) => typeof key === 'string');
}

/** What is to be known of every tag that anybody has or that gives a cadence, in the order of the alphabet. */
export async function allTagFacts(db: KithDatabase): Promise<TagFacts[]> {
  const withCadence = [...(await allTags(db)).values()].flatMap(({ name, cadence }) => (cadence ? [name] : []));
  return tagFacts(db, [...new Set([...(await tagsInUse(db)), ...withCadence])].sort());
}
