import type { ReactNode } from 'react';
import { initialIn, optionsOf } from '../person/choose.ts';
import type { Block } from '../state.ts';
import type { Names } from './kit.tsx';

type Element = Readonly<Record<string, unknown>>;
type Chosen = Readonly<Record<string, unknown>>;

/** The name a control has in its form: block and action. */
function controlName(block: Block, element: Element): string {
  return JSON.stringify([block.block_id, element.action_id]);
}

/** The id of a control in the page. */
export function controlId(block: Block, element: Element): string {
  return `c-${encodeURIComponent(`${block.block_id} ${element.action_id}`)}`;
}

const textOf = (object: unknown) => (object as { text: string } | undefined)?.text;

interface Shown {
  readonly block: Block;
  readonly element: Element;
  readonly names: Names;
  /** What is chosen already; what the element starts with unless given. */
  readonly chosen?: Chosen | undefined;
  /** Whether a choice is sent at once, as on a message, or with the whole form, as an input of a modal. */
  readonly atOnce: boolean;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}

/** An interactive element as a control of the form around it. */
export function Control(shown: Shown): ReactNode {
  const { block, element, names, chosen, atOnce, describedBy, invalid } = shown;
  const name = controlName(block, element);
  const type = String(element.type);
  const now = chosen ?? initialIn(element);
  if (/button$/.test(type)) return <Button name={name} element={element} />;
  if (type === 'feedback_buttons') return <Feedback block={block} element={element} />;
  const label = atOnce ? (textOf(element.placeholder) ?? 'Choose') : undefined;
  const common = {
    id: controlId(block, element),
    name,
    'aria-label': label,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'data-at-once': atOnce || undefined,
  };
  const value = (Object.values(now)[0] ?? '') as string;
  const control = () => {
    switch (type) {
      case 'plain_text_input':
        return element.multiline ? (
          <textarea
            {...common}
            rows={4}
            placeholder={textOf(element.placeholder)}
            defaultValue={value}
          />
        ) : (
          <input
            {...common}
            type="text"
            placeholder={textOf(element.placeholder)}
            defaultValue={value}
          />
        );
      case 'rich_text_input':
        return <textarea {...common} rows={4} placeholder={textOf(element.placeholder)} />;
      case 'email_text_input':
      case 'url_text_input':
      case 'number_input':
        return (
          <input
            {...common}
            type="text"
            inputMode={({ e: 'email', u: 'url', n: 'decimal' } as const)[type[0] as 'e']}
            placeholder={textOf(element.placeholder)}
            defaultValue={value}
          />
        );
      case 'datepicker':
        return <input {...common} type="date" defaultValue={value} />;
      case 'timepicker':
        return <input {...common} type="time" defaultValue={value} />;
      case 'checkboxes':
      case 'radio_buttons':
        return <Choices name={name} element={element} chosen={now} atOnce={atOnce} />;
      default:
        return <Menu common={common} element={element} chosen={now} names={names} />;
    }
  };
  return (
    <span className="control">
      {control()}
      {atOnce && (
        <button className="button send-choice" type="submit" name="press" value={name}>
          Choose
        </button>
      )}
    </span>
  );
}

function Button({ name, element }: { name: string; element: Element }): ReactNode {
  const style = element.style ? ` ${element.style}` : '';
  const label = element.accessibility_label as string | undefined;
  if (typeof element.url === 'string') {
    return (
      <a
        className={`button${style}`}
        href={element.url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={label}
        data-press={name}
      >
        {textOf(element.text)}
      </a>
    );
  }
  return (
    <button className={`button${style}`} type="submit" name="press" value={name} aria-label={label}>
      {textOf(element.text)}
    </button>
  );
}

function Feedback({ block, element }: { block: Block; element: Element }) {
  return (['positive', 'negative'] as const).map((which) => {
    const { text, accessibility_label } = element[`${which}_button`] as Element;
    return (
      <button
        key={which}
        className="button"
        type="submit"
        name="press"
        value={JSON.stringify([block.block_id, element.action_id, which])}
        aria-label={accessibility_label as string | undefined}
      >
        {textOf(text)}
      </button>
    );
  });
}

interface MenuShown {
  readonly common: Readonly<Record<string, unknown>>;
  readonly element: Element;
  readonly chosen: Chosen;
  readonly names: Names;
}

function Menu({ common, element, chosen, names }: MenuShown) {
  const many = String(element.type).startsWith('multi_');
  const groups = element.option_groups as { label: unknown; options: Element[] }[] | undefined;
  const list = [Object.values(chosen)[0] ?? []].flat() as (string | { value: string })[];
  const selected = list.map((one) => (typeof one === 'string' ? one : one.value));
  const option = ({ value, text }: { value: string; text: string | undefined }) => (
    <option key={value} value={value}>
      {text}
    </option>
  );
  const worded = (one: Element) => ({ value: String(one.value), text: textOf(one.text) });
  return (
    <select {...common} multiple={many} defaultValue={many ? selected : (selected[0] ?? '')}>
      {!many && <option value="">{textOf(element.placeholder) ?? 'Choose…'}</option>}
      {groups
        ? groups.map((group) => (
            <optgroup key={textOf(group.label)} label={textOf(group.label)}>
              {group.options.map(worded).map(option)}
            </optgroup>
          ))
        : (found(element, names) ?? optionsOf(element).map((one) => worded(one as never))).map(
            option,
          )}
    </select>
  );
}

// What Slack itself lists in a menu of people or channels.
function found(element: Element, names: Names): { value: string; text: string }[] | undefined {
  const type = String(element.type);
  if (/users_select$/.test(type)) {
    return [
      { value: names.person, text: 'You' },
      { value: names.bot, text: names.app.botName },
    ];
  }
  if (!/(channels|conversations)_select$/.test(type)) return undefined;
  return [...names.channels.values()]
    .filter(({ kind }) => kind !== 'im' || /conversations/.test(type))
    .map(({ id, kind, name }) => ({ value: id, text: kind === 'im' ? name : `#${name}` }));
}

function Choices({
  name,
  element,
  chosen,
  atOnce,
}: {
  name: string;
  element: Element;
  chosen: Chosen;
  atOnce: boolean;
}) {
  const type = element.type === 'checkboxes' ? 'checkbox' : 'radio';
  const selected = [Object.values(chosen)[0]].flat() as ({ value?: string } | null)[];
  return (
    <span className="choices">
      {(optionsOf(element) as unknown as Element[]).map((option) => (
        <label key={String(option.value)}>
          <input
            type={type}
            name={name}
            value={String(option.value)}
            defaultChecked={selected.some((one) => one?.value === option.value)}
            data-at-once={atOnce || undefined}
          />{' '}
          {textOf(option.text)}
          {option.description !== undefined && <small> {textOf(option.description)}</small>}
        </label>
      ))}
    </span>
  );
}
