import type { Random } from './random.js';

// Companies are made of syllables, so that none is anybody's; people have common names, and addresses that lead nowhere
// (the domain .example, and telephone numbers kept for fiction).

const GIVEN =
  'Ada Amara Anders Aylin Beatriz Bela Bruno Carla Chidi Dana Daria Dev Elias Elin Emeka Esther Farah Felix Gloria Hana Hugo Ines Ivan Jana Jonas Kaito Karim Keiko Lars Leila Lena Liam Lucia Mara Marek Mei Milan Mina Nadia Nils Noor Oksana Omar Paula Petra Quentin Rafael Ravi Rosa Sami Sanna Selma Simon Sofia Tariq Tessa Tomas Uma Vera Viktor Wanda Xavier Yara Yusuf Zoe'.split(
    ' ',
  );
const FAMILY =
  'Abara Adler Alvarez Banerjee Becker Bianchi Brandt Castillo Cohen Costa Dahl Diallo Dubois Eriksen Falk Farouk Fischer Fontana Garcia Grant Haddad Hansen Hoffman Ibrahim Ivanov Jansen Kapoor Keller Kim Kovacs Laurent Lindgren Lopez Malik Marino Mbeki Meyer Moreau Nakamura Novak Okafor Olsen Ortega Park Petrov Quinn Ramos Rossi Sato Schmid Silva Singh Sorensen Tanaka Torres Ueda Vargas Virtanen Wagner Walsh Weber Yamada Yilmaz Zeller'.split(
    ' ',
  );

const HEADS =
  'Al Ar Bel Bor Cal Cor Dar Del El Fen Gal Hal Il Jor Kal Kes Lor Mar Mel Nor Or Pel Quen Ras Sel Tar Tor Ul Val Vel Wes Yor Zan'.split(
    ' ',
  );
const MIDDLES = 'a an ara e en era i in ira o on ora u un ura'.split(' ');
const TAILS = 'bex dane drix fax gard holm kane lith lund mere nix quist rand sel stead thia ton vane wick zor'.split(
  ' ',
);

/** Industries, with what companies in them call themselves. */
const INDUSTRIES: readonly (readonly [industry: string, endings: readonly string[]])[] = [
  ['manufacturing', ['Works', 'Industries', 'Tooling', 'Castings']],
  ['logistics', ['Freight', 'Logistics', 'Haulage', 'Shipping']],
  ['retail', ['Stores', 'Markets', 'Outfitters', 'Trading']],
  ['healthcare', ['Clinics', 'Medical', 'Care', 'Diagnostics']],
  ['energy', ['Energy', 'Power', 'Grid', 'Renewables']],
  ['food', ['Foods', 'Farms', 'Bakeries', 'Beverages']],
  ['finance', ['Mutual', 'Insurance', 'Capital', 'Leasing']],
  ['technology', ['Systems', 'Software', 'Networks', 'Labs']],
];

const TITLES = [
  'Head of Operations',
  'Plant Manager',
  'Procurement Manager',
  'Chief Financial Officer',
  'IT Manager',
  'Managing Director',
  'Quality Engineer',
  'Maintenance Lead',
];

export const personName = (random: Random): string => `${random.pick(GIVEN)} ${random.pick(FAMILY)}`;

export const companyOf = (random: Random): Readonly<{ name: string; industry: string }> => {
  const [industry, endings] = random.pick(INDUSTRIES);
  const stem = `${random.pick(HEADS)}${random.pick(MIDDLES)}${random.pick(TAILS)}`;
  return { name: `${stem} ${random.pick(endings)}`, industry };
};

export const contactAt = (
  random: Random,
  company: string,
): Readonly<Record<'name' | 'email' | 'phone' | 'title', string>> => {
  const name = personName(random);
  return {
    name,
    email: `${slug(name).replace('-', '.')}@${slug(company)}.example`,
    phone: `+1-202-555-01${String(random.integer(0, 99)).padStart(2, '0')}`,
    title: random.pick(TITLES),
  };
};

export const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
