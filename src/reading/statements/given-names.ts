/** Given names that are men's in most of the English-speaking press. */
export const mensNames = `aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alberto alec alejandro alex alexander alexei
  alfred ali allan allen alvin amir anatoly anders andre andreas andrei andres andrew andy angel angelo anthony antonio antony ari
  arnold arthur ashton augustus ban barack barney barry bart ben benjamin bernard bernie bert bill billy bob bobby boris brad bradley
  brandon brendan brent bret brett brian bruce bruno bryan bryce byron caleb calvin cameron carl carlos cecil chad charles charlie
  chester chris christian christopher chuck clarence clark claude clay clayton cliff clifford clint clinton clyde colin conor corey
  cory craig curt curtis cyrus dale damian damon dan daniel danny darrell darren dave david dean deepak dennis denny derek deval
  devin diego dick dimitri dmitri dmitry dominic don donald donnie doug douglas duane duncan dustin dwayne dwight earl ed eddie
  edgar edmund eduardo edward edwin eli elias elijah elliot elliott elmer emanuel emilio emmanuel enrique eric erik ernest ernesto
  erskine ethan eugene evan everett felipe felix ferdinand fernando fidel floyd francesco francis francisco francois frank franklin
  fred freddie frederick gabriel garrett gary gavin gene geoff geoffrey george gerald gerard gerry gilbert giovanni glen glenn gordon
  graham grant greg gregg gregory guillermo gus guy hamid hank hans harold harry harvey hassan hector henry herbert herman hiroshi
  howard hugh hugo hussein ian ibrahim igor ignacio ira irving isaac ivan jack jackson jacob jacques jaime jake james jamie jan jared
  jason javier jay jeb jed jeff jefferson jeffrey jens jeremiah jeremy jerome jerry jesse jesus jim jimmy joaquin joe joel johan john
  johnny jon jonathan jonah jordan jorge jose josef joseph josh joshua josiah juan julian julio julius justin karl keith ken kenneth
  kent kevin kirk klaus konrad kurt kyle lamar lance larry lars laurence lawrence lebron lee len leo leon leonard leopold lester lev
  levi lewis lindsey lionel lloyd logan lorenzo lou louis lucas luis luke luther lyle lyndon mahmoud malcolm manuel marc marcel marco
  marcus mario mark marshall martin marty marvin mario matt matteo matthew maurice mauricio max maxwell mel melvin michael michel
  miguel mike mikhail miles milton mitch mitchell mitt mohamed mohammad mohammed morris moses muhammad murray mustafa narendra nate
  nathan nathaniel neal ned neil nelson newt nicholas nick nicolas nigel nikolai noah noam noel norman oleg oliver omar orrin oscar
  osama otto owen pablo paolo pat patrick paul pavel pedro percy perry pete peter petro phil philip phillip pierre rafael rahm ralph
  ramon rand randall randolph randy raul ravi ray raymond reggie reginald reince rex ricardo rich richard rick ricky rob robert
  roberto robin rod rodney rodrigo roger roland roman romano ron ronald rory roy ruben rudolph rudy rupert russ russell ryan salman
  salvatore sam samir samuel saul scott sean sebastian sergei sergey sergio seth shane shaun shawn sheldon sherrod shimon shinzo sidney
  simon solomon spencer stan stanley stefan stephen sterling steve steven stewart stuart sydney tariq ted terence terrence terry
  theodore thomas tim timothy toby todd tom tomas tommy tony travis trent trevor troy ty tyler valery vernon vic victor vijay vince
  vincent vitaly vladimir wade wallace walt walter warren wayne wendell wesley wilbur will william willie winston wolfgang woody
  xavier yitzhak yuri yusuf zachary zbigniew`;

/** Given names that are women's in most of the English-speaking press. */
export const womensNames = `abigail adele adriana agnes aisha alice alicia alison allison allyson alyssa amanda amber amelia amy ana
  anastasia andrea angela angelina angelique anita ann anna annabel anne annette annie april ariana arlene ashley audrey aung ava
  barbara beatrice becky belinda bernadette bernice beth bethany betsy betty beverly bonnie brenda briana bridget brittany camille
  candace candice carla carly carmen carol carole caroline carolyn carrie cassandra catherine cathy cecilia celeste celia charlene
  charlotte chelsea cherie cheryl chloe christiana christiane christina christine cindy claire clara clarissa claudia colleen condoleezza
  connie constance cora corinne courtney cristina crystal cynthia daisy dana danielle daphne darlene dawn deanna deb debbie deborah
  debra deirdre delia delores denise desiree diana diane dianne dina dolores donna dora doris dorothy ebony edith edna eileen elaine
  eleanor elena elisa elisabeth elise eliza elizabeth ella ellen elsa emily emma erica erika erin esther ethel eunice eva eve evelyn
  faith fatima fay felicia fiona flora florence frances francine freda gabrielle gail gena geraldine gertrude gina ginger gladys
  glenda gloria grace greta gretchen gwen gwendolyn hannah harriet hazel heather heidi helen helena helene hilary hilda hillary holly
  hope huma ida ilana ilhan imelda indira inez ingrid irene iris irma isabel isabella ivanka jackie jacqueline jamila jan jana jane
  janet janice janine jean jeanette jeanne jen jenna jennifer jenny jessica jill jo joan joann joanna joanne jocelyn jodi jody josephine
  joy joyce juanita judith judy julia juliana julie juliet june kamala kara karen karin kate kathleen katherine kathryn kathy katie
  katrina kay kayla kellie kellyanne kelly kerry kim kimberly kirsten kirstjen krista kristen kristi kristin kristina laila lara laura
  lauren laurie leah leila lena leslie leticia lillian lily linda lindsay lisa liz liza lois lola loretta lori lorraine louise lucia
  lucille lucy lydia lynn lynne mabel madeleine madeline maggie malala mandy marcia margaret maria mariah marian marianne marie marilyn
  marina marion marissa marjorie marlene marsha martha mary maryam matilda maureen maxine maya megan melania melanie melinda melissa
  mercedes meredith mia michele michelle mildred mimi mindy miranda miriam molly monica muriel myra nadia nancy naomi natalia natalie
  natasha nellie nicola nicole nikki nina nora norma olga olivia olympia opal pamela patricia patsy patti patty paula pauline peggy
  penelope penny phoebe phyllis priscilla rachel ramona rebecca regina renee rhonda rita roberta rosa rosalind rose rosemary roxanne
  ruth sabrina sally samantha sandra sara sarah shannon sharon sheila shelley sherri sherry sheryl shirley silvia simone sonia sonya
  sophia sophie stacey stacy stella stephanie sue susan susanna susie suzanne svetlana sylvia tamara tammy tanya tara teresa terri
  tessa thelma theresa tiffany tina toni tonya tracy tricia trudy ursula valerie vanessa vera veronica vicki victoria viola violet
  virginia vivian wanda wendy whitney wilma winifred yolanda yvette yvonne zainab zoe`;
