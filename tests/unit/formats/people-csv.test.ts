import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { PEOPLE_CSV } from '../../../lib/formats/people-csv';
import { cleanLine } from '../../../lib/model/text';
import { found, itemsIn, peopleIn, problemsIn } from './support/reading';

const PREAMBLE = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections, who have allowed it."

`;
const HEADINGS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n';
const ADA = 'Ada,Vestergaard,https://www.linkedin.com/in/ada-vestergaard-1,,Tarnwick Bridges,"Engineer, ""senior""",12 Mar 2024\n';
const only = async (text: string) => {
  const [person, ...others] = await peopleIn(PEOPLE_CSV, text);
  expect(others).toEqual([]);
  return person!;
};

describe('LinkedIn’s connections', () => {
  test.each([
    ['with its remarks', PREAMBLE + HEADINGS],
    ['with its remarks in quotation marks', PREAMBLE.replace('Notes:', '"Notes:"') + HEADINGS],
    ['without remarks', HEADINGS],
  ])('%s are read', async (_, head) => {
    expect(PEOPLE_CSV.recognises(head)).toBe(true);
    expect(await only(`${head}${ADA},,,,,,\n`)).toMatchObject({
      name: 'Ada Vestergaard',
      profileKeys: ['linkedin:in/ada-vestergaard-1'],
      customFields: [
        { label: 'Company', value: 'Tarnwick Bridges' },
        { label: 'Position', value: 'Engineer, "senior"' },
        { label: 'Connected On', value: '2024-03-12' },
      ],
    });
  });

  test('of years ago, without addresses, are read', async () => {
    const text = 'First Name,Last Name,Email Address,Company,Position,Connected On\nAda,,ada@example.test,,,03/15/2024\n';
    expect(await only(text)).toMatchObject({
      name: 'Ada',
      profileKeys: [],
      customFields: [
        { label: 'Email Address', value: 'ada@example.test' },
        { label: 'Connected On', value: '2024-03-15' },
      ],
    });
  });

  test('are kept on the day it is where they are brought in', async () => {
    expect(await only(HEADINGS + ADA)).toMatchObject({ keptOn: '2026-11-21' });
  });

  test('are no contacts that took place', async () => {
    expect(new Set((await itemsIn(PEOPLE_CSV, HEADINGS + ADA)).map(({ table }) => table))).toEqual(new Set(['contacts']));
  });

  test('read twice, give everybody the same id, with and without an address', async () => {
    const text = `${HEADINGS}${ADA}Bo,Lind,,,Acme,,\nBo,Lind,,,Globex,,\n`;
    const [first, second] = [await peopleIn(PEOPLE_CSV, text), await peopleIn(PEOPLE_CSV, text)];
    expect(first.map(({ id }) => id)).toEqual(second.map(({ id }) => id));
    expect(new Set(first.map(({ id }) => id)).size).toBe(3);
  });
});

describe('A table of people', () => {
  test.each([
    ['Name;Tags\nAda Lind;choir, Mentors ;', ['choir', 'mentors']],
    ['name\ttags\nAda Lind\tchoir ::: * myContacts ::: * Navy', ['choir', 'navy']],
    ['Full Name,Labels\r\nAda Lind,choir|choir\r\n', ['choir']],
    ['Name,Categories\rAda Lind,choir\r', ['choir']],
  ])('%j has tags', async (text, tags) => expect(await only(text.replace(/\r\n?/g, '\n'))).toMatchObject({ name: 'Ada Lind', tags }));

  test.each([
    ['2024-02-29', '2024-02-29'],
    ['--02-29', '--02-29'],
    ['29 February 1980', '1980-02-29'],
    ['April 12, 1980', '1980-04-12'],
    ['12 April', '--04-12'],
    ['7-Feb-82', '1982-02-07'],
    ['31.12.1980', '1980-12-31'],
    ['12/31/1980', '1980-12-31'],
    ['1980-04-12T00:00:00Z', '1980-04-12'],
  ])('has birthdays such as %s', async (written, birthday) => expect(await only(`Name,Birthday\nAda,"${written}"\n`)).toMatchObject({ birthday }));

  test.each(['2023-02-29', '04/05/1980', 'spring', '0000-00-00', '9999999-01-01', '12 Foo 1980'])(
    'does not guess what day %s is, and keeps what was written',
    async (written) => {
      const text = `Name,Birthday\nAda,${written}\n`;
      const { birthday, customFields } = await only(text);
      expect({ birthday, customFields }).toEqual({ birthday: undefined, customFields: [{ label: 'Birthday', value: written }] });
      expect(await problemsIn(PEOPLE_CSV, text)).toEqual([[2, 'unreadableDate']]);
    },
  );

  test.each([
    ['linkedin.com/in/ada', ['linkedin:in/ada'], []],
    ['https://de.linkedin.com/in/Ada/?x=1 https://github.com/Ada', ['linkedin:in/ada', 'github:ada'], []],
    ['https://ada.example.test/', [], ['https://ada.example.test/']],
    ['javascript:alert(1)', [], []],
    ['java\tscript:alert(1)', [], []],
    ['https://www.linkedin.com@evil.test/in/ada', [], []],
    ['data:text/html,x', [], []],
  ])('knows whose address %j is', async (address, profileKeys, links) => {
    const person = await only(`Name,Website\nAda,"${address}"\n`);
    expect([person.profileKeys, person.links.map(({ url }) => url)]).toEqual([profileKeys, links]);
  });

  test('has bare names in a column that is for one site', async () => {
    expect(await only('Name,LinkedIn URL,GitHub\nAda,ada-lind,@ada\n')).toMatchObject({ profileKeys: ['linkedin:in/ada-lind', 'github:ada'] });
  });

  test.each([
    ['LinkedIn', 'ada.l', 'linkedin:in/ada.l'],
    ['LinkedIn', 'amélie-doe', 'linkedin:in/amélie-doe'],
    ['LinkedIn', '/in/ada', 'linkedin:in/ada'],
    ['Twitter', '@Ada', 'x:ada'],
    ['X', 'ada', 'x:ada'],
    ['Mastodon', '@ada@mastodon.social', 'fedi:ada@mastodon.social'],
    ['Bluesky', '@ada.bsky.social', 'bluesky:ada.bsky.social'],
  ])('has handles in a column for %s, such as %s', async (heading, handle, key) => {
    const text = `Name,${heading}\nAda,${handle}\n`;
    expect(await only(text)).toMatchObject({ profileKeys: [key], links: [] });
    expect(await problemsIn(PEOPLE_CSV, text)).toEqual([]);
  });

  test.each([
    ['Website', 'not yet'],
    ['Twitter', 'not yet'],
    ['Website', '@ada'],
    ['Mastodon', '@ada'],
    ['Website', 'https://ada.example.test/ (work)'],
  ])('says of a column %s where %j is no address, and keeps what was written', async (heading, written) => {
    const text = `Name,${heading}\nAda,${written}\n`;
    expect((await only(text)).customFields).toEqual([{ label: heading, value: written }]);
    expect(await problemsIn(PEOPLE_CSV, text)).toEqual([[2, 'unreadableAddress']]);
  });

  test.each(['-', 'none', 'N/A', 'NULL', 'x', 'Yes'])('has no handle where one is filled in as %j: those people are not the same', async (nothing) => {
    const text = `Name,Twitter,LinkedIn\nAda,${nothing},${nothing}\nBo,${nothing},${nothing}\n`;
    expect((await peopleIn(PEOPLE_CSV, text)).map(({ name, profileKeys }) => [name, profileKeys])).toEqual([
      ['Ada', []],
      ['Bo', []],
    ]);
    expect(await problemsIn(PEOPLE_CSV, text)).toEqual([]);
  });

  test('has dates in columns of dates alone: a number in another stays as it is written', async () => {
    const { customFields } = await only('Name,Phone,Connected On\nAda,20121015,20121015\n');
    expect(customFields.map(({ value }) => value)).toEqual(['20121015', '2012-10-15']);
  });

  test.each([
    ['Name,Company,,\nAda,Acme,,\n', ['Acme']],
    [',Name,,Company,\n1,Ada,,Acme,\n', ['Acme']],
    ['Name,Phone,Phone\nAda,111,222\n', ['111', '222']],
    ['Name,Phone,Phone\nAda,111,111\n', ['111']],
    ['Name,Contact\nAda,Mira Santos\n', ['Mira Santos']],
  ])('may have headings that are empty or mean the same, as in %j', async (text, values) => {
    expect(PEOPLE_CSV.recognises(text)).toBe(true);
    const { name, customFields } = await only(text);
    expect([name, ...customFields.map(({ value }) => value)]).toEqual(['Ada', ...values]);
  });

  test('may have two people of one name, whom their phone, their address or their birthday tells apart', async () => {
    const idsIn = async (text: string) => (await peopleIn(PEOPLE_CSV, text)).map(({ id }) => id);
    const rows = ['Anna Müller,,030 111,,', 'Anna Müller,,030 222,,', 'Anna Müller,,,anna.example.test,', 'Anna Müller,,,,12 April'];
    const ids = await idsIn(`Name,Company,Phone,Website,Birthday\n${rows.join('\n')}\n`);
    expect(new Set(ids).size).toBe(4);
    expect(await idsIn('Name,Company\nAnna Müller,\n'), 'the first has the id that all of the name had before').toEqual(ids.slice(0, 1));
    const again = ['Anna Müller,,,,', ...rows, ...rows];
    expect(await idsIn(`Name,Company,Phone,Website,Birthday\n${again.join('\n')}\n`)).toEqual([ids[0], ...ids, ...ids]);
  });

  test('gives whoever has a handle that was not always understood the id that they had without it', async () => {
    const { id } = await only('Name,Company\nAda,Acme\n');
    expect(await only('Name,Company,Twitter,LinkedIn\nAda,Acme,@ada,ada.l\n')).toMatchObject({ id, profileKeys: ['x:ada', 'linkedin:in/ada.l'] });
    const known = await only('Name,LinkedIn\nAda,ada-lind\n');
    expect((await only('Name,Twitter,LinkedIn\nAda,@ada,ada-lind\n')).id).toBe(known.id);
  });

  test('may have notes, of several lines', async () => {
    expect(await itemsIn(PEOPLE_CSV, 'Name,Notes\nAda,"Met at the lake\n\nKnows pumps"\n')).toMatchObject([
      { table: 'contacts' },
      { table: 'notes', record: { text: 'Met at the lake\n\nKnows pumps', draft: false } },
    ]);
  });

  test('says what becomes of its columns', async () => {
    const [columns] = await found(PEOPLE_CSV, 'Name,Company,Shoe size,E-mail 1 - Value\nAda,Acme,39,a@example.test\n');
    expect(columns).toEqual({ found: 'columns', asDetails: ['Company', 'E-mail 1 - Value'], leftOut: ['Shoe size'] });
  });

  test('names the line of whom it cannot read, counting those of several lines', async () => {
    const text = 'Name,Company,Notes\nAda,Acme,"one\ntwo\nthree"\n,Globex,\n\nBo,Acme,\n,,"only a note"\nEve "quoted",x,\n"Dan" the man,x,\n';
    expect(await problemsIn(PEOPLE_CSV, text)).toEqual([
      [5, 'nameless'],
      [8, 'nameless'],
      [10, 'unclosedQuote'],
    ]);
  });

  test('with a quotation mark too many loses that line alone', async () => {
    const people = Array.from({ length: 98 }, (_, number) => `Ada${number},"Tarnwick, ${number}"`);
    const text = (row: string) => ['Name,Company', people[0], people[1], row, ...people.slice(2), ''].join('\n');
    for (const row of ['"Bo" Berg,Acme', '"Bo Berg,Acme', 'Bo,"Acme" Ltd']) {
      expect(await peopleIn(PEOPLE_CSV, text(row))).toHaveLength(98);
      expect(await problemsIn(PEOPLE_CSV, text(row))).toEqual([[4, 'unclosedQuote']]);
    }
    const open = `Name,Company\n"Bo Berg,Acme\n${'Ada,Tarnwick\n'.repeat(100_000)}`;
    expect((await itemsIn(PEOPLE_CSV, open, 100_000)).length).toBe(100_000);
  });

  test('makes nobody of the lines of a cell that its own quotation marks cut short', async () => {
    const text = 'Name,Notes\nAda,"Said ""hi"""\nBo,"Said "hi"\nthen no more\n\nand left", really\nEve,x\nCy "the" Great,x\n';
    expect((await peopleIn(PEOPLE_CSV, text)).map(({ name }) => name)).toEqual(['Ada', 'Eve', 'Cy "the" Great']);
    expect(await problemsIn(PEOPLE_CSV, text)).toEqual([
      [3, 'unclosedQuote'],
      [4, 'unclosedQuote'],
      [6, 'unclosedQuote'],
    ]);
  });

  test.each(['', '\n\n', 'Company,Shoe size\nAcme,39\n', '{"a":1}', 'BEGIN:VCARD\nFN:Ada\n'])('is not what says %j', async (text) => {
    expect(PEOPLE_CSV.recognises(text)).toBe(false);
    await expect(found(PEOPLE_CSV, text)).rejects.toThrow('noHeader');
  });

  test('with a quotation mark that is never closed does not take the memory with it', async () => {
    await expect(found(PEOPLE_CSV, `Name,Notes\nAda,"${'x'.repeat(3_000_000)}`, 100_000)).rejects.toThrow('lineTooLong 2');
  });

  test('brings its cells back, however hostile they are and wherever its pieces end', async () => {
    const cell = fc.oneof(
      fc.constantFrom('=1+1', '"', '""', "'", ';', ',', '\t', '\n', '__proto__', 'constructor', '{{7*7}}', '<img src=x onerror=alert(1)>', '\u202e', '\ud800'),
      fc.string({ unit: 'binary', maxLength: 12 }),
    );
    const person = fc.record({ name: cell, company: cell }).filter(({ name, company }) => cleanLine(name) !== '' && cleanLine(company) !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(person, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 60 }), async (people, pieceLength) => {
        // As programs write for spreadsheets, a mark before what could be a formula; and returns within a cell are line feeds once read.
        const armed = (text: string) => (/^[=+\-@\t＝＋－＠']/.test(text) ? `'${text}` : text).replace(/\r\n?/g, '\n');
        const text = Papa.unparse([['Name', 'Company'], ...people.map(({ name, company }) => [`N${name}`, armed(company)])], { quotes: true, newline: '\n' });
        const read = await itemsIn(PEOPLE_CSV, text, pieceLength);
        expect(read.map(({ record }) => ('customFields' in record ? [record.name, cleanLine(record.customFields[0]?.value ?? '')] : []))).toEqual(
          people.map(({ name, company }) => [
            cleanLine(`N${name}`),
            cleanLine(company.startsWith("'") && !/^'[=+\-@\t＝＋－＠]/.test(armed(company)) ? `'${company}` : company),
          ]),
        );
      }),
    );
  });
});
