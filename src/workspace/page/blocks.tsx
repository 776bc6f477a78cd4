import { createElement, Fragment, type ReactNode } from 'react';
import type { Block, OpenView } from '../state.ts';
import { Control, controlId } from './elements.tsx';
import { Drawn, type Names, TextOf } from './kit.tsx';

type Element = Readonly<Record<string, unknown>>;

/** Blocks as Slack shows them: text by the library, what can be pressed or filled in by us. */
export function Blocks({
  blocks,
  names,
  open,
}: {
  blocks: readonly Block[];
  names: Names;
  /** The modal they stand in, with what is typed there. */
  open?: OpenView | undefined;
}): ReactNode {
  return blocks.map((block) => (
    <div key={block.block_id} className={`block ${block.type}`}>
      {show(block, names, open)}
    </div>
  ));
}

function show(block: Block, names: Names, open: OpenView | undefined): ReactNode {
  const elements = (Array.isArray(block.elements) ? block.elements : []) as Element[];
  const control = (element: Element) => (
    <Control
      key={String(element.action_id)}
      block={block}
      element={element}
      names={names}
      chosen={open?.values[block.block_id]?.[String(element.action_id)]}
      atOnce
    />
  );
  switch (block.type) {
    case 'divider':
      return <hr />;
    case 'header':
      return (
        <h3>
          <TextOf of={block.text} names={names} />
        </h3>
      );
    case 'section':
      return <Section block={block} names={names} control={control} />;
    case 'context':
      return inOrder(elements, (element) => (
        <span className="context-element">
          {element.type === 'image' ? (
            <Picture image={element} />
          ) : (
            <TextOf of={element} names={names} />
          )}
        </span>
      ));
    case 'image':
      return (
        <figure>
          <Picture image={block} />
          {block.title !== undefined && (
            <figcaption>
              <TextOf of={block.title} names={names} />
            </figcaption>
          )}
        </figure>
      );
    case 'actions':
    case 'context_actions':
      return elements.map(control);
    case 'input':
      return <Input block={block} names={names} open={open} />;
    case 'table':
      return <Table block={block} names={names} />;
    default:
      return <Drawn block={block} names={names} />;
  }
}

function Section({
  block,
  names,
  control,
}: {
  block: Block;
  names: Names;
  control: (element: Element) => ReactNode;
}) {
  const accessory = block.accessory as Element | undefined;
  const fields = block.fields as unknown[] | undefined;
  return (
    <>
      <div className="section-text">
        {block.text !== undefined && <TextOf of={block.text} names={names} />}
        {fields && (
          <div className="fields">
            {inOrder(fields, (field) => (
              <div>
                <TextOf of={field} names={names} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div className="accessory">
          {accessory.type === 'image' ? <Picture image={accessory} /> : control(accessory)}
        </div>
      )}
    </>
  );
}

function Picture({ image }: { image: Element }) {
  const source = typeof image.image_url === 'string' ? image.image_url : undefined;
  return <img src={source} alt={String(image.alt_text)} loading="lazy" />;
}

function Input({ block, names, open }: { block: Block; names: Names; open: OpenView | undefined }) {
  const element = block.element as Element;
  const id = controlId(block, element);
  const error = open?.errors[block.block_id];
  const hint = (block.hint as { text: string } | undefined)?.text;
  const grouped = element.type === 'checkboxes' || element.type === 'radio_buttons';
  const label = (
    <>
      {(block.label as { text: string }).text}
      {block.optional === true && <span className="optional"> (optional)</span>}
    </>
  );
  const control = (
    <Control
      block={block}
      element={element}
      names={names}
      chosen={open?.values[block.block_id]?.[String(element.action_id)]}
      atOnce={false}
      describedBy={error ? `${id}-error` : undefined}
      invalid={error !== undefined}
    />
  );
  return (
    <>
      {grouped ? (
        <fieldset>
          <legend>{label}</legend>
          {control}
        </fieldset>
      ) : (
        <>
          <label htmlFor={id}>{label}</label>
          {control}
        </>
      )}
      {error && (
        <p id={`${id}-error`} className="error" role="alert">
          {error}
        </p>
      )}
      {hint && <p className="hint">{hint}</p>}
    </>
  );
}

function Table({ block, names }: { block: Block; names: Names }) {
  const [head = [], ...rows] = block.rows as { type: string; text: string }[][];
  const cell = (one: { type: string; text: string }) =>
    one.type === 'rich_text' ? <Drawn block={one} names={names} /> : one.text;
  return (
    <div className="table-scroll">
      <table>
        <thead>
          <tr>
            {inOrder(head, (one) => (
              <th scope="col">{cell(one)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(rows, (row) => (
            <tr>
              {inOrder(row, (one) => (
                <td>{cell(one)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Each item drawn, told apart by its place: what stands in a block never changes places. */
function inOrder<T>(items: readonly T[], draw: (item: T) => ReactNode): ReactNode {
  return createElement(Fragment, null, ...items.map(draw));
}
