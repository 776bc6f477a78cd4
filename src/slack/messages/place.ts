/** Where a digest goes, as mrkdwn: a channel by its name, or the user whose own it is. */
export function sayPlace(channel: string): string {
  return isOwnOf(channel) ? `<@${channel}>` : `<#${channel}>`;
}

/** True where a digest's channel is a user: it comes by direct message, to them alone. */
export function isOwnOf(channel: string): boolean {
  return /^[UW]/.test(channel);
}
