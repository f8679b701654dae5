import type { ContactView } from "@parley/api";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { contactsQuery } from "../server/queries.ts";
import { serverLimits } from "../server/limits.ts";
import { AreaPage, failedOf } from "../shell/area-page.tsx";
import { useAreaTexts } from "../texts/use-area-texts.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ListSkeleton } from "../ui/list-skeleton.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { useSettled } from "../ui/use-settled.ts";
import { readContactSearch } from "./contact-search.ts";
import { ContactTable } from "./contact-table.tsx";
import styles from "./contacts-page.module.css";
import { NewContactDialog } from "./new-contact-dialog.tsx";

const route = getRouteApi("/contacts");

/** Contacts: looked for as one types, page by page. */
export function ContactsPage() {
  const { contacts: t } = useAreaTexts();
  const { q = "" } = route.useSearch();
  const navigate = useNavigate();
  const [isCreating, setIsCreating] = useState(false);
  const text = useSettled(q.trim(), serverLimits.typingMs);
  const query = useInfiniteQuery({ ...contactsQuery(text), placeholderData: keepPreviousData });
  const search = (wanted: string) =>
    void navigate({ to: "/contacts", search: readContactSearch({ q: wanted }), replace: true });
  const contacts = query.data?.pages.flatMap((page) => page.contacts);
  return (
    <AreaPage
      title={t.title}
      about={t.about}
      failed={failedOf(query)}
      actions={
        <Button kind="primary" onClick={() => setIsCreating(true)}>
          <Plus size={16} aria-hidden /> {t.new}
        </Button>
      }
    >
      <div className={styles["search"]}>
        <SearchField label={t.search} value={q} onChange={search} />
      </div>
      {query.isPending && query.error === null ? <ListSkeleton /> : null}
      {contacts === undefined ? null : (
        <div aria-busy={query.isPlaceholderData}>
          <Found
            contacts={contacts}
            text={text}
            isMore={query.hasNextPage}
            isLoading={query.isFetchingNextPage}
            onMore={() => void query.fetchNextPage()}
            onClear={() => search("")}
          />
        </div>
      )}
      <NewContactDialog isOpen={isCreating} onClose={() => setIsCreating(false)} />
    </AreaPage>
  );
}

type FoundProps = {
  readonly contacts: readonly ContactView[];
  readonly text: string;
  readonly isMore: boolean;
  readonly isLoading: boolean;
  readonly onMore: () => void;
  readonly onClear: () => void;
};

function Found({ contacts, text, isMore, isLoading, onMore, onClear }: FoundProps) {
  const { contacts: t } = useAreaTexts();
  if (contacts.length === 0) {
    return text === "" ? (
      <EmptyState title={t.empty.title}>{t.empty.text}</EmptyState>
    ) : (
      <EmptyState actions={<Button onClick={onClear}>{t.clear}</Button>}>{t.noMatch(text)}</EmptyState>
    );
  }
  return (
    <>
      <p className="visually-hidden" role="status">
        {t.found(contacts.length, isMore)}
      </p>
      <ContactTable contacts={contacts} />
      {isMore ? (
        <div className={styles["more"]}>
          <Button disabled={isLoading} onClick={onMore}>
            {isLoading ? t.loadingMore : t.more}
          </Button>
        </div>
      ) : null}
    </>
  );
}
