/** The space of the demo. */
export const demoSpace = {
  key: 'DEMO',
  name: 'Demonstration space',
  description: 'A few pages to read, to change and to let an application work on.',
};

/** A page of the demo: who wrote it, and the title of the page above it. */
export interface DemoPage {
  readonly title: string;
  readonly body: string;
  readonly author: 'writer' | 'admin';
  readonly below?: string;
}

/** The pages of the demo, each after the page above it. */
export const demoPages: readonly DemoPage[] = [
  {
    title: 'Welcome',
    author: 'admin',
    body: `<p>This is the lighthouse keepers’ wiki: four people, one space, and whatever they need to remember.</p>
<p>Everything here is yours to try. Read a page, change one, leave a comment, and let an application in to do the same in your name.</p>
<h2>Where to begin</h2>
<ul>
<li><strong>Keeping the light</strong> says who looks after the lamp, and when.</li>
<li><strong>Visitors</strong> is for the days when the boat brings guests.</li>
<li><strong>Applications that work with us</strong> explains what an application can do here, and how to stop it.</li>
</ul>`,
  },
  {
    title: 'Keeping the light',
    author: 'writer',
    below: 'Welcome',
    body: `<p>The lamp is lit one hour before sunset and put out one hour after sunrise. Nobody is on watch alone in a storm.</p>
<h2>The watch</h2>
<table>
<thead><tr><th>Watch</th><th>From</th><th>To</th><th>Keeper</th></tr></thead>
<tbody>
<tr><td>First</td><td>18:00</td><td>22:00</td><td>Rita</td></tr>
<tr><td>Middle</td><td>22:00</td><td>02:00</td><td>Will</td></tr>
<tr><td>Morning</td><td>02:00</td><td>06:00</td><td>Ada</td></tr>
</tbody>
</table>
<p>Swap watches by changing this page; the history shows who agreed to what.</p>`,
  },
  {
    title: 'Cleaning the lens',
    author: 'writer',
    below: 'Keeping the light',
    body: `<p>Every Monday, and after every storm.</p>
<ol>
<li>Let the lens cool down for two hours.</li>
<li>Dust it with the soft brush, from the top down.</li>
<li>Wipe it with water and a little vinegar. Never use the sand soap.</li>
<li>Write the date below.</li>
</ol>
<blockquote><p>A clean lens is seen three miles further out.</p></blockquote>`,
  },
  {
    title: 'Visitors',
    author: 'admin',
    below: 'Welcome',
    body: `<p>The boat comes on Wednesdays when the sea allows it. Groups of up to eight can climb the tower.</p>
<h2>Before they arrive</h2>
<ul>
<li>Call the harbour office in the morning.</li>
<li>Open the lower gate and close the lamp room.</li>
<li>Put the kettle on.</li>
</ul>`,
  },
  {
    title: 'Applications that work with us',
    author: 'admin',
    below: 'Welcome',
    body: `<p>An administrator links an application to this wiki. After that, everybody decides for themselves whether to let it in.</p>
<h2>What an application can do</h2>
<p>Never more than you. It may read if you may read, write if you may write, and it loses what you lose. Somebody who only reads can let an application read, whatever else the application asks for.</p>
<h2>How to stop it</h2>
<p>Open your profile and choose <em>Authorized applications</em>. Revoke it there, and its very next request is refused.</p>`,
  },
];
