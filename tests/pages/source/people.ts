/** Invented people. Nobody here exists, and no company or school either. */
export type Member = {
  slug: string;
  /** The opaque id of the site. */
  id: string;
  number: number;
  name: string;
  pronouns?: string;
  initials: string;
  /** Colours of the avatar and of the cover. */
  hue: number;
  degree: '1st' | '2nd' | '3rd';
  headline: string;
  organisation: string;
  school?: string;
  place: string;
  about: readonly string[];
  experience: readonly { role: string; at: string; years: string; text: string }[];
  post: string;
};

export const imani: Member = {
  slug: 'imani-vestergaard-4b71a9',
  id: 'ACoAAB7kQ2UBn0vXo3fLw1TzYdR5eHc8sJmPqGk',
  number: 481516231,
  name: 'Imani Vestergaard',
  initials: 'IV',
  hue: 205,
  degree: '1st',
  headline: 'Head of field operations at Tarnwick Hydrology',
  organisation: 'Tarnwick Hydrology',
  school: 'Northmoor Polytechnic',
  place: 'Aarhus, Denmark',
  about: [
    'I run the teams that keep four hundred river gauges honest: planning, safety, and the long drives in between.',
    'Happy to talk about flood warning, fair rotas, and how to write a field manual that people take out of the box.',
  ],
  experience: [
    { role: 'Head of field operations', at: 'Tarnwick Hydrology', years: '2021 – today', text: 'Forty-two people, six depots, one calendar.' },
    { role: 'Field hydrologist', at: 'Lower Fen Water Board', years: '2014 – 2021', text: 'Installed and calibrated gauges; trained the volunteers.' },
  ],
  post: 'Our spring calibration round is done. 412 gauges, three flat tyres, no lost boots. Thank you to everyone who drove.',
};

export const tomasz: Member = {
  slug: 'tomasz-żurawikowski-8c20',
  id: 'ACoAAC1pW9sBd7uNzT4gXyKq0RvEo2LmJhFiA5c',
  number: 277310945,
  name: 'Tomasz Żurawikowski',
  pronouns: 'He/Him',
  initials: 'TŻ',
  hue: 160,
  degree: '2nd',
  headline: 'Embedded engineer · sensors that run for years on one battery · mentor to first-time maintainers',
  organisation: 'Lantern & Sedge Instruments',
  place: 'Gdańsk, Poland',
  about: ['I make small things that measure slowly. Most of my work is deciding what not to send.', 'Weekends: restoring a wooden boat that does not want it.'],
  experience: [
    { role: 'Embedded engineer', at: 'Lantern & Sedge Instruments', years: '2018 – today', text: 'Low-power loggers for rivers, bogs and cellars.' },
    { role: 'Firmware developer', at: 'Kettleby Meters', years: '2012 – 2018', text: 'Heat meters, and the tool that reads them.' },
  ],
  post: 'Wrote down everything I wish I had known about sleep currents before my first product. Comments welcome, corrections even more.',
};

export const anastasia: Member = {
  slug: 'anastasia-konstantinopoulou-thorvaldsdottir',
  id: 'ACoAAAf3r8kBYt6VbQeD1oWc9ZxUj4nMgLs7HpI',
  number: 66120437,
  name: 'Anastasía Konstantinopoúlou-Þorvaldsdóttir (Αναστασία Κωνσταντινοπούλου · אנסטסיה)',
  initials: 'AÞ',
  hue: 275,
  degree: '3rd',
  headline: 'Professor of river ecology; I count insects so that others may drink',
  organisation: 'Institute for Running Waters',
  school: 'Skerry Coast University',
  place: 'Reykjavík, Iceland',
  about: ['Mayflies are better chemists than we are. My group listens to what they say about cold rivers under a warming sky.'],
  experience: [
    { role: 'Professor', at: 'Institute for Running Waters', years: '2016 – today', text: 'Long-term plots on nine rivers, two of them still unnamed.' },
    { role: 'Research fellow', at: 'Skerry Coast University', years: '2009 – 2016', text: 'Insects, glaciers, and very cold hands.' },
  ],
  post: 'Looking for one doctoral student who likes rivers, statistics and rain, in any order.',
};

export const priya: Member = {
  slug: 'priya-raghunathan-mbeki',
  id: 'ACoAADq0Z5YBr2hKwC8vNpTf6aLxEj3uGmOiS1d',
  number: 905538812,
  name: 'Priya Raghunathan-Mbeki',
  initials: 'PR',
  hue: 20,
  degree: '2nd',
  headline:
    'Programme director for regional water data | Convenor of the Open Gauges working group | Speaker on shared infrastructure | Formerly municipal planning, before that a very patient librarian',
  organisation: 'Five Rivers Data Trust',
  school: 'Harrowgate School of Planning',
  place: 'Durban, South Africa',
  about: ['I get organisations that compete on Monday to share on Tuesday.', 'Currently reading everything about data trusts and almost nothing else.'],
  experience: [
    { role: 'Programme director', at: 'Five Rivers Data Trust', years: '2020 – today', text: 'Nineteen members, one licence.' },
    { role: 'Planner', at: 'City of Marrowdale', years: '2011 – 2020', text: 'Storm water, school roads, and the map of both.' },
  ],
  post: 'Open Gauges meets again in autumn. Bring a data set you are not proud of.',
};

export const lucas: Member = {
  slug: 'lucas-ferreira-amado-',
  id: 'ACoAAE5mJ2oBk9cRtVfP7xGzHd0QnYs4uWiLb8E',
  number: 130877564,
  name: 'Lucas Ferreira Amado',
  initials: 'LF',
  hue: 100,
  degree: '1st',
  headline: 'Leiter Bestandskunden bei Weidengrund Messtechnik',
  organisation: 'Weidengrund Messtechnik',
  place: 'Leipzig, Sachsen, Deutschland',
  about: ['Zehn Jahre Außendienst, seit drei Jahren mit Team. Ich rufe lieber an, als dass ich schreibe.'],
  experience: [
    { role: 'Leiter Bestandskunden', at: 'Weidengrund Messtechnik', years: '2022 – heute', text: 'Acht Leute, zweihundert Kunden, keine Folien.' },
    { role: 'Außendienst', at: 'Weidengrund Messtechnik', years: '2013 – 2022', text: 'Von Rostock bis Hof.' },
  ],
  post: 'Wir suchen jemanden für den Innendienst in Leipzig. Ehrlich, freundlich, pünktlich: zwei von drei genügen.',
};

export const SDUI_MEMBERS: readonly Member[] = [imani, tomasz, anastasia];
export const EMBER_MEMBERS: readonly Member[] = [priya, lucas];

export type Coder = {
  login: string;
  number: number;
  /** Absent where only the login is known. */
  name?: string;
  pronouns?: string;
  initials: string;
  hue: number;
  /** Lines of it. */
  bio: readonly string[];
  organisation?: string;
  place?: string;
  followers: number;
  following: number;
  pinned: readonly { name: string; text: string; language: string; hue: number }[];
};

export const tarnwickImani: Coder = {
  login: 'tarnwick-imani',
  number: 918273645,
  name: 'Imani Vestergaard',
  initials: 'IV',
  hue: 205,
  bio: ['Field hydrologist who writes the scripts nobody else will.', 'Rivers, rotas, open data.'],
  organisation: '@tarnwick-hydrology',
  place: 'Aarhus, Denmark',
  followers: 84,
  following: 31,
  pinned: [
    { name: 'gauge-reader', text: 'Reads river gauges of eleven makers and says when they lie.', language: 'Python', hue: 215 },
    { name: 'fair-rota', text: 'Who drives on Sunday? A rota that remembers.', language: 'TypeScript', hue: 195 },
  ],
};

export const zurawikowski: Coder = {
  login: 'Zurawikowski-T',
  number: 564738291,
  name: 'Tomasz Żurawikowski',
  pronouns: 'he/him',
  initials: 'TŻ',
  hue: 160,
  bio: ['Small things that measure slowly.'],
  organisation: 'Lantern & Sedge Instruments',
  place: 'Gdańsk, Poland',
  followers: 412,
  following: 57,
  pinned: [
    { name: 'long-sleep', text: 'A scheduler for devices that are awake one second an hour.', language: 'Rust', hue: 25 },
    { name: 'bog-logger', text: 'Board, firmware and case of a logger that survives peat.', language: 'C', hue: 0 },
    { name: 'sleep-currents', text: 'Notes I wish I had read before my first product.', language: 'Markdown', hue: 260 },
  ],
};

export const basaltOtter: Coder = {
  login: 'basalt-otter-9',
  number: 132435465,
  initials: 'b',
  hue: 330,
  bio: [],
  followers: 3,
  following: 12,
  pinned: [{ name: 'tide-table', text: 'One file, all harbours.', language: 'JavaScript', hue: 50 }],
};

export const CODERS: readonly Coder[] = [tarnwickImani, zurawikowski, basaltOtter];
