/** Words of grammar, which say nothing of what happened: English, and the commonest of its neighbours that are no English words. */
export const EMPTY_WORDS: readonly string[] = `
a about above after again against ago all almost along already also although always am among an and another any anyone
anything are around as at away back be because been before began begin being below between both but by came can cannot
come could did do does doing done down during each either else even ever every everyone few for found from further gave
get give go goes going gone got had has have having he her here hers herself him himself his how however i if in instead
into is it its itself just keep kept last later least less let like likely made make making many may me might more most
much must my myself near nearly need neither never no nor not nothing now of off often on once one only onto or other
others our ours out over own part per perhaps put quite rather really said same saw say saying says see seem seen she
should since so some someone something soon still such take taken than that the their theirs them themselves then there
these they thing this those though through to today together told too took toward towards under until up upon us use used
using very want was way we well went were what when where whether which while who whom whose why will with within without
would yet you your yours
aber als auch auf aus bei bis da das dass dem der des durch ein eine einem einen einer es für hat ihr im ist kann mehr mit
nach nicht noch nur oder sein sich sie sind über um und vom von vor wie wird wurde zu zum zur
au aux avec ce ces cette dans de deux du elle en est et être fait il ils la le les leur lui mais ne nous ont par pas plus
pour que qui sa se selon ses sur un une vous al como con cuando del el ella entre era esta este ha hay las lo los más muy
para pero por porque según ser sin sobre su sus también uno ya ao às com da das do dos ele ela em entre foi já mais mas
nas não no nos num numa os ou para pela pelo quando seu sua são também tem uma anche che ci come dal della delle dei degli
di gli hanno ma nel nella più quando questa questo si sono sua sulla tra een het van zijn
`
  .trim()
  .split(/\s+/);

/** Words that news of any kind uses: they tell few articles apart however few have been seen. */
export const ORDINARY_WORDS: readonly string[] = `
according accused action added administration agency agreed agreement aid allow announced area army asked attack authority
authorities became believe best better big bring called calls campaign capital case central change chief child children
citizen city claim close comment committee common company condition conference confirm continue control council countries
country court crisis day days dead deal death decade decision defense demand department despite development died
different director early east economic effort eight election end ended expected face fact family far fight fighting final
five following force foreign former four free friday full future general good government governor great group half hand
head health held help high hit hold home hope hospital hour house human hundred hundreds important including increase
information international interview issue january february march april june july august september october november
december join key killed know known large late launched law lawmaker lead leader leaders leading led left legal level life
line live local long look lost main major man mean media meeting member members men military million billion minister
ministry monday month months morning move nation national nations network new news next night nine north number offer
office officer official officials old open operation opposition order organization outside party past pay people person
place plan play point police policy political politician position possible power prepared president press pressure
previous prime problem process program prompted protest provide public question reached read recent record released remain
report reported reporter reports representative research response result return right rights rise role rule run russian
saturday school second secretary security senate senior sent series serious service set seven several share short show
side sign similar single situation six small social source sources south speak special spoke spokesman spokeswoman
staff stand start started state statement states step stop street strong sunday support talk talks team tell ten
term thousand thousands threat three thursday time times top total town trade tried troops try tuesday turn twelve two
union united victim violence visit vote wait war warned washington watch water website wednesday week weeks west white
win woman women word work worked worker world write wrote year years yesterday york young
`
  .trim()
  .split(/\s+/);
