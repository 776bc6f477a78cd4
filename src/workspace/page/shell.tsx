import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** The style sheets, in order. */
export const STYLES = [
  'base.css',
  'frame.css',
  'message.css',
  'block.css',
  'control.css',
  'article.css',
];

/** The scripts; the first loads the others. */
export const SCRIPTS = ['page.js', 'commands.js', 'morph.js'];

/** A whole page as HTML. */
export function shell(title: string, body: ReactNode, bodyClass: string): string {
  const page = (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        {STYLES.map((name) => (
          <link key={name} rel="stylesheet" href={`/${name}`} />
        ))}
        <script src="/page.js" type="module" />
      </head>
      <body className={bodyClass}>
        <a className="skip" href="#main">
          Skip to the content
        </a>
        {body}
      </body>
    </html>
  );
  return `<!doctype html>${renderToStaticMarkup(page)}`;
}
