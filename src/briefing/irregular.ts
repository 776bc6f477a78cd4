const VERBS = `begin began begun; break broke broken; bring brought; build built; buy bought; catch caught; choose chose
  chosen; come came; deal dealt; draw drew drawn; drive drove driven; fall fell fallen; feel felt; fight fought; find
  found; flee fled; fly flew flown; forget forgot forgotten; freeze froze frozen; give gave; go went gone; grow grew
  grown; hear heard; hide hid hidden; hold held; keep kept; know knew known; lead led; leave left; lend lent; lose lost;
  make made; mean meant; meet met; pay paid; ride rode ridden; rise rose risen; run ran; say said; see saw seen; seek
  sought; sell sold; send sent; shoot shot; show shown; sink sank sunk; sit sat; speak spoke spoken; spend spent; stand
  stood; steal stole stolen; strike struck; swear swore sworn; take took; teach taught; tell told; think thought;
  throw threw thrown; understand understood; wear wore worn; win won; withdraw withdrew withdrawn; write wrote written;
  die died dying death dead; man men; woman women; child children; person people; serviceman servicemen`;

const COUNTRIES = `china chinese; britain british; france french; germany german; spain spanish; japan japanese;
  netherlands dutch; turkey turkish; poland polish; denmark danish; sweden swedish; finland finnish; ireland irish; greece
  greek; switzerland swiss; ukraine ukrainian; israel israeli; iraq iraqi; pakistan pakistani; russia russian; iran iranian;
  syria syrian; egypt egyptian; korea korean; india indian; america american; italy italian; canada canadian; mexico mexican;
  brazil brazilian; australia australian; afghanistan afghan; cuba cuban; libya libyan; saudi saudis; palestine palestinian;
  taiwan taiwanese; vietnam vietnamese; europe european; norway norwegian; belgium belgian; austria austrian; portugal
  portuguese; hungary hungarian; romania romanian; bulgaria bulgarian; serbia serbian; belarus belarusian; argentina
  argentine; colombia colombian; venezuela venezuelan; nigeria nigerian; kenya kenyan; ethiopia ethiopian; sudan sudanese;
  somalia somali; yemen yemeni; lebanon lebanese; thailand thai; malaysia malaysian; indonesia indonesian; philippines
  filipino; myanmar burmese`;

const COUNTRY_STEMS = new Set(COUNTRIES.split(';').map((line) => line.trim().split(/\s+/)[0]));

/** True for the form that stands for a country. */
export function isCountry(form: string): boolean {
  return COUNTRY_STEMS.has(form) && form !== 'america';
}

/** Forms that no rule brings together, each with the form that stands for them all; words in lower case. */
export const IRREGULAR: ReadonlyMap<string, string> = new Map(
  [VERBS, COUNTRIES]
    .flatMap((forms) => forms.split(';'))
    .flatMap((line) => {
      const [first = '', ...others] = line.trim().split(/\s+/);
      return [first, ...others].map((form) => [form, first] as const);
    }),
);
