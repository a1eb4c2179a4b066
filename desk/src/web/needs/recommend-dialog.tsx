import { readNeeds } from "../../contract/needs.ts"
import type { OpenConversation } from "../conversations/use-conversation.ts"
import { useRead } from "../queries.ts"
import { TextButton } from "../ui/button.tsx"
import { CheckField } from "../ui/check-field.tsx"
import { Dialog, DialogFoot } from "../ui/dialog.tsx"
import { SelectField } from "../ui/field.tsx"
import { Letter } from "../ui/letter.tsx"
import { words } from "../words.ts"
import { NeedFit } from "./need-fit.tsx"
import styles from "./needs.module.css"
import {
  type Need,
  type Product,
  type RecommendationInput,
  costsOf,
  shownCost,
  useProducts,
  useRecommendation,
} from "./use-recommendation.ts"

const told = words.needs.recommend

type Props = {
  readonly conversation: OpenConversation
  readonly customer: string
  readonly onClose: () => void
  readonly onPut: (text: string, recommendation: RecommendationInput) => void
}

/** A product weighed need by need, with everything that it costs; or that nothing is needed. */
export function RecommendDialog(props: Props) {
  const needs = useRead(readNeeds, { params: { conversationId: props.conversation.id } }).data?.needs
  const products = useProducts()
  if (needs === undefined) return null
  return <Weighing {...props} needs={needs} products={products} key={products.length} />
}

function Weighing({
  conversation,
  customer,
  needs,
  products,
  onClose,
  onPut,
}: Props & { readonly needs: readonly Need[]; readonly products: readonly Product[] }) {
  const made = useRecommendation(needs, products, theirTexts(conversation))
  const isReady = made.isChosen && isWeighed(made, needs)
  return (
    <Dialog
      title={told.title(customer)}
      onClose={onClose}
      onSubmit={() => isReady && onPut(made.text, made.input)}
      beside={
        <section aria-label={told.preview}>
          <Letter title={told.preview}>{made.isChosen ? made.text : <p className="mute">{told.unchosen}</p>}</Letter>
        </section>
      }
      foot={<DialogFoot does={told.put} busy={!isReady} />}
    >
      <SelectField
        label={told.product}
        hint={products.length === 0 ? told.noProducts : undefined}
        value={made.isChosen ? (made.product?.name ?? "") : UNCHOSEN}
        choices={[
          ...(made.isChosen ? [] : [{ value: UNCHOSEN, label: told.choose }]),
          ...products.map(({ name, price }) => ({ value: name, label: `${name}, ${price.current.shown}` })),
          { value: "", label: told.none },
        ]}
        onChange={(event) => {
          if (event.target.value !== UNCHOSEN) made.choose(event.target.value === "" ? null : event.target.value)
        }}
      />
      {made.product !== null && <ProductParts made={made} product={made.product} needs={needs} />}
    </Dialog>
  )
}

type Made = ReturnType<typeof useRecommendation>

const UNCHOSEN = "\n" // no product's name
const CHEAPER_MAX = 6 // of those that nobody knows enough of; what is nearest in price

function isWeighed({ product, doubts, looked }: Made, needs: readonly Need[]): boolean {
  return product === null || (needs.length > 0 && (doubts.length === 0 || looked))
}

/** What the customer wrote, the newest first, without what they quoted. */
function theirTexts({ messages }: OpenConversation): readonly string[] {
  return messages
    .filter(({ kind }) => kind === "inbound")
    .map(({ text, own }) => own.map(({ start, end }) => (text ?? "").slice(start, end)).join(" "))
    .toReversed()
}

function ProductParts({ made, product, needs }: { made: Made; product: Product; needs: readonly Need[] }) {
  return (
    <>
      <section>
        <h3>{told.needs}</h3>
        {needs.length === 0 && <p className="mute">{told.noNeeds}</p>}
        {needs.map((need) => (
          <NeedFit
            key={need.id}
            need={need}
            facts={product.facts}
            chosen={made.ofNeed(need.id)}
            onChange={(part) => made.weigh(need.id, part)}
          />
        ))}
      </section>
      <Cheaper made={made} />
      <fieldset className={styles.prices}>
        <legend>{told.prices}</legend>
        {costsOf(product).map((cost) => (
          <CheckField
            key={cost.id}
            label={shownCost(cost)}
            checked={made.paid.has(cost.id)}
            onChange={(isPaid) => made.pay(cost.id, isPaid)}
          />
        ))}
        {made.total === null ? (
          <p className={styles.hint}>{told.noTotal}</p>
        ) : (
          <p className={styles.total}>
            <span>{told.together}</span> <b>{made.total}</b>
          </p>
        )}
      </fieldset>
      {made.doubts.length > 0 && (
        <section className={styles.doubts}>
          <h3>{told.doubts}</h3>
          <ul>
            {made.doubts.map((doubt) => (
              <li key={doubt}>{doubt}</li>
            ))}
          </ul>
          <CheckField label={told.looked} checked={made.looked} onChange={made.setLooked} />
        </section>
      )}
    </>
  )
}

/** What costs less: first what has a fact for the same needs, read beside the dearer one; then what nobody knows enough of. */
function Cheaper({ made: { cheaper, choose } }: { made: Made }) {
  const { shown, farLess } = cheaper
  const near = cheaper.unknown.toSorted((one, other) => other.price.value - one.price.value)
  const unknown = near.slice(0, CHEAPER_MAX)
  const others = near.length - unknown.length + farLess.length
  if (shown.length === 0 && near.length === 0) return null
  return (
    <section>
      <h3>{told.cheaper}</h3>
      {shown.length > 0 && (
        <ul className={styles.cheaper}>
          {shown.map(({ product: { name, shownPrice }, facts }) => (
            <CheaperLine key={name} name={name} price={shownPrice} facts={facts.join(" ")} onChoose={choose} />
          ))}
        </ul>
      )}
      {shown.length > 0 && <p className={styles.hint}>{told.cheaperHint}</p>}
      {unknown.length > 0 && (
        <>
          <p className={styles.hint}>{told.cheaperUnknown}</p>
          <ul className={styles.cheaper}>
            {unknown.map(({ name, shownPrice }) => (
              <CheaperLine key={name} name={name} price={shownPrice} onChoose={choose} />
            ))}
          </ul>
          {others > 0 && <p className={styles.hint}>{told.cheaperMore(others)}</p>}
        </>
      )}
    </section>
  )
}

function CheaperLine({
  name,
  price,
  facts,
  onChoose,
}: {
  name: string
  price: string
  facts?: string
  onChoose: (name: string) => void
}) {
  return (
    <li>
      <TextButton onClick={() => onChoose(name)}>{name}</TextButton>
      <span>{price}</span>
      {facts !== undefined && <p className={styles.hint}>{facts}</p>}
    </li>
  )
}
