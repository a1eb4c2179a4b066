import type { When } from "./story.ts"

/** An invented customer: addresses end in example, numbers are from the ranges that Ofcom keeps free for fiction. */
export type SampleCustomer = {
  readonly name: string
  readonly company?: string
  readonly mail?: string
  readonly phone?: string
  readonly since: When
}

/** The invented team. The visitor is added as an admin, and is "you" in the stories. */
export const TEAM = [
  { key: "callum", name: "Callum Reid", role: "admin" },
  { key: "priya", name: "Priya Nair", role: "lead" },
  { key: "tom", name: "Tom Adeyemi", role: "member" },
  { key: "ines", name: "Ines Moreau", role: "member" },
] as const

export const CUSTOMERS: Readonly<Record<string, SampleCustomer>> = {
  marit: { name: "Marit Sundby", mail: "marit.sundby@example.org", phone: "07700 900114", since: "-6d 10:05" },
  hana: { name: "Hana Kobayashi", mail: "hana.k@example.com", since: "-9d 12:20" },
  margaret: { name: "Margaret Oyelaran", mail: "m.oyelaran@example.net", phone: "01632 960127", since: "-140d 11:00" },
  jonas: { name: "Jonas Feld", company: "Feld Landscapes", mail: "jonas@feld.example", since: "-8d 14:30" },
  dele: {
    name: "Dele Okonjo",
    company: "Dele & Sons Couriers",
    mail: "office@dele-and-sons.example",
    phone: "020 7946 0188",
    since: "-210d 09:30",
  },
  ruth: { name: "Ruth Castellanos", mail: "ruth.castellanos@example.com", since: "-12d 15:10" },
  owen: { name: "Owen Tremlett", mail: "owen.tremlett@example.net", phone: "07700 900162", since: "-60d 10:40" },
  sofia: { name: "Sofia Lindqvist", mail: "sofia.lindqvist@example.org", phone: "07700 900135", since: "-35d 16:15" },
  nadia: { name: "Nadia Rahman", mail: "nadia.rahman@example.com", phone: "07700 900178", since: "-5d 11:25" },
  greta: {
    name: "Greta Holm",
    company: "Holm & Daughters Bakery",
    mail: "greta@holm-bakery.example",
    since: "-4d 09:20",
  },
  bram: { name: "Bram Achterberg", mail: "bram.a@example.net", phone: "07700 900149", since: "-90d 12:00" },
  lucia: {
    name: "Lucía Ferrer",
    company: "Quayside Primary School",
    mail: "l.ferrer@quayside.example",
    since: "-7d 08:50",
  },
  wren: { name: "Wren Abbott", mail: "wren.abbott@example.org", phone: "01632 960158", since: "-30d 11:35" },
  bill: { name: "Bill Prentice", mail: "bill.prentice@example.com", phone: "01632 960103", since: "-11d 13:45" },
  keith: { name: "Keith Ansah", mail: "keith.ansah@example.org", since: "-13d 10:10" },
  femi: { name: "Femi Adewale", phone: "07700 900121", since: "-7d 12:05" },
  pilar: { name: "Pilar Ortuño", mail: "pilar.ortuno@example.com", since: "-3d 09:55" },
  gwen: { name: "Gwen Tranter", mail: "gwen@tranter.example", phone: "0131 496 0172", since: "-5d 15:30" },
  shirin: { name: "Shirin Daneshvar", mail: "shirin.d@example.net", since: "-4d 13:00" },
  ivo: { name: "Ivo Petrov", mail: "ivo.petrov@example.com", phone: "07700 900186", since: "-45d 14:20" },
  juergen: { name: "Jürgen Brandt", mail: "j.brandt@brandt.example", since: "-4d 08:40" },
  yusuf: { name: "Yusuf Demir", mail: "yusuf.demir@example.org", phone: "07700 900155", since: "-6d 17:00" },
  aoife: { name: "Aoife Kinsella", mail: "aoife.kinsella@example.net", since: "-15d 10:30" },
  astrid: { name: "Astrid Lund", mail: "astrid.lund@old-mailbox.example", phone: "07700 900193", since: "-10d 16:05" },
  harriet: {
    name: "Harriet Blythe",
    company: "Saltmarsh Gardens",
    mail: "harriet@saltmarsh.example",
    since: "-18d 09:45",
  },
  mateus: { name: "Mateus Carvalho", mail: "mateus.carvalho@example.com", phone: "07700 900107", since: "-21d 12:40" },
  eilidh: { name: "Eilidh Munro", mail: "eilidh.munro@example.org", phone: "0131 496 0139", since: "-26d 11:15" },
  samir: { name: "Samir Haddad", mail: "samir.haddad@example.net", since: "-19d 15:20" },
  beatrix: { name: "Beatrix Lowe", phone: "01632 960171", since: "-16d 10:00" },
  tomasz: { name: "Tomasz Wilk", mail: "tomasz.wilk@example.com", phone: "07700 900128", since: "-24d 13:30" },
  rosalind: { name: "Rosalind Achebe", mail: "rosalind.achebe@example.org", since: "-22d 14:10" },
  desmond: { name: "Desmond Pike", phone: "01632 960144", since: "-14d 09:50" },
  lena: { name: "Lena Varga", company: "Varga Ceramics", mail: "lena@varga-ceramics.example", since: "-17d 11:50" },
  hugh: { name: "Hugh Pemberton", mail: "hugh.pemberton@example.net", since: "-28d 10:25" },
  noor: { name: "Noor Jansen", mail: "noor.jansen@example.com", phone: "07700 900116", since: "-12d 12:15" },
  cerys: { name: "Cerys Bevan", mail: "cerys.bevan@example.org", since: "-20d 16:40" },
  abel: { name: "Abel Mensah", mail: "abel.mensah@example.net", phone: "07700 900169", since: "-9d 09:35" },
  florence: { name: "Florence Tait", mail: "florence.tait@example.com", since: "-2d 10:50" },
  kaito: { name: "Kaito Mori", mail: "kaito.mori@example.org", since: "-8d 17:10" },
  percy: { name: "Percy Gallagher", phone: "07700 900142", since: "-10d 11:05" },
  zofia: { name: "Zofia Nowicka", mail: "zofia.nowicka@example.com", since: "-3d 14:45" },
  inga: { name: "Inga Solberg", mail: "inga.solberg@example.org", since: "-46d 10:05" },
  rhys: { name: "Rhys Morgan", mail: "rhys.morgan@example.com", phone: "07700 900173", since: "-43d 09:20" },
  delphine: { name: "Delphine Roux", mail: "delphine.roux@example.net", since: "-38d 16:10" },
  gareth: { name: "Gareth Pugh", mail: "gareth.pugh@example.org", since: "-35d 11:30" },
  olive: { name: "Olive Farrant", mail: "olive.farrant@example.com", phone: "01632 960119", since: "-33d 12:40" },
  mungo: { name: "Mungo Baird", mail: "mungo.baird@example.net", since: "-29d 09:45" },
  stellan: { name: "Stellan Berg", mail: "stellan.berg@example.org", since: "-26d 14:50" },
  tilda: { name: "Tilda Marsh", mail: "tilda.marsh@example.com", since: "-22d 10:15" },
  wilf: { name: "Wilf Nettle", mail: "wilf.nettle@example.net", phone: "07700 900158", since: "-19d 15:05" },
  kit: { name: "Kit Osei", mail: "kit.osei@example.org", since: "-15d 13:25" },
  ana: { name: "Ana Lopes", mail: "ana.lopes@example.com", since: "-11d 11:10" },
  orla: { name: "Orla Byrne", mail: "orla.byrne@example.net", phone: "07700 900131", since: "-30d 10:30" },
  dov: { name: "Dov Kessler", mail: "dov.kessler@example.org", since: "-41d 15:40" },
  edda: { name: "Edda Winther", mail: "edda.winther@example.com", phone: "01632 960186", since: "-27d 12:20" },
}
