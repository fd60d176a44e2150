const FIRST = 'Ada Bruno Chidi Dalia Emre Farah Goran Hana Ivo Jamila Kofi Lene Mateo Nilufar Otto Priya Quirin Rosa Uma Viktor'.split(' ');

/** One of the invented people, always the same one. */
export function importedPerson(number: number) {
  return { first: FIRST[number % FIRST.length] ?? '', last: `Lindqvist${number % 9973}`, handle: `imported-${number}`, company: `Tarnwick ${number % 500}` };
}

/** LinkedIn's file of the invented people `from` up to `to`. */
export function connectionsCsv(from: number, to: number): string {
  const rows = Array.from({ length: to - from }, (_, index) => {
    const { first, last, handle, company } = importedPerson(from + index);
    return `${first},${last},https://www.linkedin.com/in/${handle},,${company},Engineer,12 Mar 2024`;
  });
  return `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`;
}
