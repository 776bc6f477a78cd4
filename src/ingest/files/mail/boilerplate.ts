/** What a mail says about itself, its list and its sender, in the words that senders use for it. */
const FOOTER =
  /\b(?:unsubscribe|opt[ -]out|(?:manage|update|change|edit) (?:your )?(?:e-?mail |newsletter |subscription )?(?:preferences|profile|settings|subscriptions?)|(?:view|read|open|see) (?:this |it )?(?:e-?mail |message |newsletter |issue )?(?:in|on|with) (?:your |a |the )?(?:web ?)?(?:browser|web)|view (?:it )?online|web version|email not displaying|trouble (?:viewing|reading)|you(?:['’]re| are)? (?:are )?receiv(?:ed?|ing) this|you received this|this (?:e-?mail|message|newsletter) was sent|was sent to|sent to you (?:by|because)|our mailing address|add us to your address book|add .{1,60} to your (?:address book|contacts|safe senders)|forward(?:ed)? (?:this|to a friend)|was this (?:e-?mail )?forwarded to you|privacy (?:policy|notice)|terms of (?:use|service)|all rights reserved|abbestellen|abmelden|im browser (?:ansehen|anzeigen|öffnen)|se désabonner|désinscri\w+|voir (?:cet e-?mail )?dans (?:votre|le) navigateur|darse de baja|cancelar (?:la |tu |su )?suscripción|ver en (?:el|tu|su) navegador)\b|^(?:©|\(c\)|copyright\b)/iu;
const LONGEST_FOOTER = 600;
/** A footer stands in the last part of a mail; what follows it there is the sender's address and the like. */
const TAIL = 0.6;
const LONGEST_BEHIND = 250;

/** Whether a paragraph speaks of the mail, not of the news. */
export function isFooter(paragraph: string): boolean {
  return paragraph.length <= LONGEST_FOOTER && FOOTER.test(paragraph);
}

const HEADER_OF_REPLY =
  /^(?:-{2,}\s*(?:original message|ursprüngliche nachricht|message d['’]origine|forwarded message)\s*-{2,}|(?:from|von|de)\s*:.{1,200}\b(?:sent|date|gesendet|datum|envoyé|enviado)\s*:)/iu;
const ATTRIBUTION = /^(?:on|am|le|el)\b.{4,300}(?:wrote|schrieb|a écrit|escribió)\s*:$/iu;
const SIGNATURE = /^(?:--|—)$/;

/** A mail's own paragraphs: up to its signature and to the earlier mail that it answers. */
export function ownParagraphs(paragraphs: readonly string[]): readonly string[] {
  const end = paragraphs.findIndex(
    (paragraph) =>
      SIGNATURE.test(paragraph) || HEADER_OF_REPLY.test(paragraph) || ATTRIBUTION.test(paragraph),
  );
  return end < 0 ? paragraphs : paragraphs.slice(0, end);
}

/** Paragraphs without what a newsletter says of itself, at its head and at its foot. */
export function withoutFooter(paragraphs: readonly string[]): readonly string[] {
  const tail = Math.floor(paragraphs.length * TAIL);
  const foot = paragraphs.findIndex(
    (paragraph, at) =>
      at >= tail &&
      isFooter(paragraph) &&
      paragraphs.slice(at).every((behind) => behind.length <= LONGEST_BEHIND || isFooter(behind)),
  );
  return (foot < 0 ? paragraphs : paragraphs.slice(0, foot)).filter((one) => !isFooter(one));
}
