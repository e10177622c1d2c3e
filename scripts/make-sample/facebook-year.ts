import type { PagePost } from './facebook-posts.ts';
import { pagePosts } from './facebook-posts.ts';
import { promiseThreads } from './promise-threads.ts';
import { TREATMENTS, requestThread } from './request-threads.ts';
import { baristaTalk, contest, pastedAgain, talk } from './social-threads.ts';
import type { World } from './world.ts';

/** The own page over the year: posts, requests and how they were met, talk, the contest, promises. Returns the posts. */
export function facebookYear(world: World): PagePost[] {
  const posts = pagePosts(world);
  const postFor = (sections: readonly string[]): PagePost =>
    world.chance.weighted(posts, (post) => post.pull * (sections.includes(post.section) ? 4 : post.section === 'concorso' ? 0.2 : 1));
  for (const treatment of TREATMENTS) for (let made = 0; made < treatment.requests; made += 1) requestThread(world, treatment, postFor(treatment.under));
  promiseThreads(world, posts);
  talk(world, postFor);
  contest(world, posts);
  baristaTalk(world, 200);
  pastedAgain(world, posts, 16);
  return posts;
}
