import type { State, View } from '../state.ts';

/** A view as the Web API and the payloads show it, with what is typed in it. */
export function viewJson(
  state: State,
  view: View,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return {
    ...view,
    team_id: state.team.id,
    app_id: state.appId,
    app_installed_team_id: state.team.id,
    bot_id: state.botId,
    state: { values },
  };
}
