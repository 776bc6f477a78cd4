/** Frequent verbs that are nobody's words: where one stands, a noun phrase has ended. */
export const commonVerbs = `be have do go get make take come see know give keep hold leave lose win run rise fall begin
  send build buy catch choose cut draw drive fight grow lead let meet pay sell set shoot sit spend strike throw wear
  break become stop drop occur mean deal bear spread cast cost hurt split undergo withdraw look seem appear remain
  stay use work try need want like love hate help start end turn happen move live provide continue include allow
  require receive consider change follow create serve die kill reach raise pass return offer appear join wait carry
  close open apply act develop produce affect represent exist face fail gain improve increase reduce rely prevent
  protect release remove replace secure settle share sign spur suffer surge target tend treat trigger undermine vote
  watch wish hear quote avoid bring cause collapse collect contribute control cross cover cut damage defeat deliver depend destroy
  emerge enter establish extend fund handle host identify ignore implement involve issue keep launch limit maintain
  manage mark own prompt prove publish push put reflect resign resolve respond rely respect restore result retire
  search seize serve shape shift shut slip stand steal survive travel visit walk enjoy earn lack bet play stretch
  belong obtain oversee violate warrant weaken worsen award appoint approve arrest attempt block breach hack cancel
  carry celebrate complete conduct consist constitute decline decrease design ease elect enable enact ensure escape
  exceed expand expire explode export express feature file finish fire force form fuel generate grant guide hire
  impose indict injure inspire install intend introduce invest invite lift lose marry nominate obligate operate order
  organize overturn participate perform permit possess prepare prevail prohibit propel prosecute pursue qualify quit
  range regulate replace rescue reside retain reverse ruin sack scrap slam sponsor stall steer strengthen struggle
  submit succeed sue surround suspend threaten topple trail transform unite unleash unveil urge wane weigh widen yield`;
