import type { Placeable } from '../../../src/ingest/stories/story-memory.ts';

/** Invented reports, each happening told by a wire, a broadsheet and a tabloid; several happenings of one subject. */
const HAPPENINGS: Readonly<
  Record<string, readonly (readonly [day: string, title: string, text: string])[]>
> = {
  'dam hearing on inspections': [
    [
      '2031-03-04',
      'Dam inspectors skipped two checks, hearing told',
      'Inspectors skipped two yearly checks of the Orvane dam before it cracked, a parliamentary hearing was told on Tuesday. The head of the inspectorate, questioned for four hours, said that staff had been moved to other sites and that the missed checks were never reported to the ministry.\n\nThe dam cracked last November and 3,000 people were moved from the valley below.',
    ],
    [
      '2031-03-05',
      'Inspectorate chief admits missed checks at cracked dam',
      'The chief of the dam inspectorate conceded before members of parliament that his staff had missed two annual checks at Orvane, because inspectors had been sent to other sites. Nobody had told the ministry of the missed checks, he said during a hearing that lasted four hours.\n\nMembers of the committee called the answer astonishing. The crack that opened in November drove thousands from their homes in the valley.',
    ],
    [
      '2031-03-05',
      'THEY NEVER EVEN LOOKED! Dam watchdog boss grilled',
      'Red-faced dam watchdogs skipped two checks before Orvane split open, their boss confessed at a stormy hearing. Inspectors had been packed off to other sites, he told furious members of parliament, and the ministry never heard of the missed checks.',
    ],
  ],
  'dam hearing on the builder': [
    [
      '2031-03-18',
      'Builder of Orvane dam used weaker concrete, former engineer testifies',
      'The company that built the Orvane dam used weaker concrete than the contract asked for, a former engineer testified on Tuesday. He gave the committee invoices that show a cheaper mixture delivered over eleven weeks, and said that his warnings were ignored by the company.\n\nThe company rejected the testimony and said that the concrete met the contract.',
    ],
    [
      '2031-03-19',
      'Engineer tells of cheap concrete and ignored warnings',
      'Cheaper and weaker concrete than the contract demanded went into the Orvane dam for eleven weeks, according to invoices that a former engineer handed to the parliamentary committee. His warnings to the company were ignored, he testified.\n\nA lawyer for the company said that the mixture had met the contract and that the invoices were incomplete.',
    ],
    [
      '2031-03-19',
      'CONCRETE PROOF: whistleblower engineer slams dam firm',
      'A brave engineer blew the lid off the Orvane dam scandal with a stack of invoices for cheap, weak concrete. The firm ignored his warnings for eleven weeks, he testified. The company says its concrete met the contract.',
    ],
  ],
  'harbour ferry fire': [
    [
      '2031-03-04',
      'Fire on harbour ferry injures nine',
      'A fire in the engine room of a ferry injured nine passengers on Tuesday as it left the harbour of Tellmar. Fireboats put out the flames within an hour and the 140 others on board were brought ashore. The operator said that a fuel pipe had burst.',
    ],
    [
      '2031-03-04',
      'Nine hurt as ferry burns off Tellmar; passengers brought ashore by fireboats',
      'Nine passengers were hurt when the engine room of a ferry caught fire just outside the harbour of Tellmar. Fireboats took an hour to put out the flames. The operator blamed a burst fuel pipe; the remaining passengers, about 140, were taken ashore unharmed.',
    ],
    [
      '2031-03-05',
      'Ferry inferno terror',
      'Terrified passengers told how flames burst from the engine room of their ferry minutes out of Tellmar harbour. Nine were hurt before fireboats beat the fire. A fuel pipe had burst, said the operator.',
    ],
  ],
  'mine fire': [
    [
      '2031-03-06',
      'Fire traps eleven in northern copper mine',
      'A fire has trapped eleven miners in a copper mine at Skarrow in the north, the mine’s owner said on Thursday. Rescue teams are drilling a shaft toward a refuge chamber where the miners are thought to have air and water for four days.',
    ],
    [
      '2031-03-07',
      'Rescuers drill toward eleven trapped copper miners',
      'Rescue teams drilled through the night at Skarrow to reach eleven copper miners who fled from a fire into a refuge chamber. They have air and water for four days, the owner said. The shaft has sixty metres to go.',
    ],
  ],
  'yearly fisheries summit, 2030': [
    [
      '2030-06-10',
      'Fisheries summit agrees to cut cod quotas',
      'Ministers at the yearly fisheries summit in Velden agreed on Monday to cut cod quotas by a fifth after scientists warned of a collapse of the stock. Fishing unions said that boats would be laid up.',
    ],
    [
      '2030-06-11',
      'Cod quotas cut by a fifth at Velden summit',
      'Cod quotas will fall by a fifth, fisheries ministers decided at their summit in Velden. Scientists had warned that the stock might collapse; unions said boats would be laid up.',
    ],
  ],
  'yearly fisheries summit, 2031': [
    [
      '2031-06-09',
      'Fisheries summit ends without agreement on herring',
      'Ministers at the yearly fisheries summit in Velden parted on Monday without agreement on herring, after two islands refused to open their waters. Talks will go on in autumn.',
    ],
    [
      '2031-06-10',
      'Herring talks collapse at Velden summit',
      'Talks on herring collapsed at the fisheries summit in Velden when two islands refused to open their waters. Ministers will try again in autumn.',
    ],
  ],
};

/** The reports, and which happening each tells of. */
export const REPORTS: readonly (Placeable & { readonly happening: string })[] = Object.entries(
  HAPPENINGS,
).flatMap(([happening, told]) =>
  told.map(([publishedAt, title, text], at) => ({
    id: `${happening} ${at}`,
    happening,
    publishedAt,
    title,
    text,
  })),
);
