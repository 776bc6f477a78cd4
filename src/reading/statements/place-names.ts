/** Countries, states and cities that the press names most: they speak as bodies, and no "he" means them. */
export const placeNames = `afghanistan africa alabama alaska albania algeria america amsterdam angola ankara arabia argentina arizona
  arkansas armenia asia athens atlanta australia austria azerbaijan baghdad bahrain baltimore bangkok bangladesh beijing beirut
  belarus belgium berlin bolivia bosnia boston botswana brazil britain brussels bulgaria burma cairo california cambodia cameroon
  canada charlotte chicago chile china cleveland colombia colorado connecticut congo croatia cuba cyprus dallas damascus delaware
  denmark denver detroit dubai ecuador egypt england estonia ethiopia europe fiji finland florida france gaza geneva germany ghana
  greece guatemala haiti havana hawaii helsinki honduras houston hungary iceland idaho illinois india indiana indonesia iowa iran
  iraq ireland islamabad israel istanbul italy jakarta jamaica japan jerusalem jordan kabul kansas kazakhstan kentucky kenya kiev
  kosovo kuwait kyrgyzstan laos latvia lebanon liberia libya lithuania london louisiana luxembourg macedonia madrid maine malaysia
  mali malta manila maryland massachusetts mexico miami michigan minnesota mississippi missouri moldova mongolia montana morocco
  moscow mozambique mumbai myanmar nairobi nebraska nepal netherlands nevada nicaragua niger nigeria norway ohio oklahoma oman
  oregon ottawa pakistan palestine panama paraguay paris pennsylvania peru philadelphia philippines poland portugal prague pyongyang
  qatar riyadh romania rome russia rwanda scotland seattle senegal seoul serbia shanghai singapore slovakia slovenia somalia spain
  stockholm sudan sweden switzerland sydney syria taiwan tajikistan tanzania tehran tennessee texas thailand tokyo toronto tripoli
  tunisia turkey turkmenistan uganda ukraine uruguay utah uzbekistan vancouver venezuela vermont vienna vietnam virginia wales
  warsaw washington wisconsin wyoming yemen zambia zimbabwe united_states united_kingdom new_york new_jersey new_mexico
  new_hampshire new_zealand north_carolina south_carolina north_dakota south_dakota north_korea south_korea rhode_island
  west_virginia puerto_rico saudi_arabia sri_lanka south_africa hong_kong los_angeles san_francisco san_diego las_vegas new_orleans
  new_delhi tel_aviv costa_rica el_salvador sierra_leone ivory_coast czech_republic united_nations european_union white_house
  capitol_hill wall_street middle_east west_bank`;
