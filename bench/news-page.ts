import { newsText } from './news-text.ts';

/** A news page as sites write them, that nobody wrote: some 100 KB, a tenth of it the article. */
export function newsPage(seed: number): string {
  const paragraphs = newsText(8_000, seed).split('\n\n');
  const data = {
    '@type': 'NewsArticle',
    headline: `Report ${seed}`,
    datePublished: '2015-06-05T10:31:00-04:00',
  };
  const teasers = Array.from(
    { length: 150 },
    (_, at) =>
      `<div class="card teaser-${at}" data-id="${at}"><a href="/news/${at}"><img src="/i/${at}.jpg" alt=""><h3>${newsText(60, seed + at)}</h3></a><span class="meta date">June ${1 + (at % 28)}, 2015</span></div>`,
  );
  return `<!doctype html><html lang="en"><head><title>Report ${seed} | The Courier</title>
    <link rel="canonical" href="https://courier.example/${seed}"><script type="application/ld+json">${JSON.stringify(data)}</script>
    <script>${'window.queue=window.queue||[];'.repeat(800)}</script></head>
    <body><header><nav><ul>${teasers.slice(0, 40).join('')}</ul></nav></header><main><article><h1>Report ${seed}</h1>
    <p class="byline">By Ann Writer</p>${paragraphs.map((text) => `<p>${text}</p>`).join('<aside><a href="/x">More</a></aside>')}
    </article></main><div class="related">${teasers.join('')}</div><footer>Imprint</footer></body></html>`;
}
