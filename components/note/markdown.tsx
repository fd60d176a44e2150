import Markdown, { type Components } from 'react-markdown';
import { i18n } from '#i18n';

/** A note as its author meant it. Nothing is fetched: an image stands as a link to itself, and every link opens a tab of its own. */
export default function MarkdownText({ text }: { text: string }) {
  return <Markdown components={COMPONENTS}>{text}</Markdown>;
}

const COMPONENTS: Components = {
  a: ({ href, children }) => <Link {...(href !== undefined && { href })}>{children}</Link>,
  img: ({ src, alt }) => <Link {...(typeof src === 'string' && { href: src })}>{alt || i18n.t('note.image')}</Link>,
  // A heading within a note is no heading of the page.
  h1: ({ children }) => <p className="note-heading">{children}</p>,
  h2: ({ children }) => <p className="note-heading">{children}</p>,
  h3: ({ children }) => <p className="note-heading">{children}</p>,
  h4: ({ children }) => <p className="note-heading">{children}</p>,
  h5: ({ children }) => <p className="note-heading">{children}</p>,
  h6: ({ children }) => <p className="note-heading">{children}</p>,
};

function Link({ href, children }: { href?: string; children: React.ReactNode }) {
  if (!href || !/^(https?|mailto):/i.test(href)) return <span>{children}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  );
}
