// The study as R reads it: tables, their dictionary, the texts, and a script that puts them together with R alone.
import type { OutwardChoice } from '../../../shared/domain/outward.ts';
import type { Language } from '../../../shared/domain/project.ts';
import { outwardText } from '../../../shared/i18n/outward.ts';
import type { Session } from '../../commands/run-command.ts';
import { readProject } from '../../queries/project.ts';
import type { NewZipPart } from '../printing/formats/zip-writer.ts';
import { dictionaryCsv, tableCsv, tidyStudy } from './tidy-tables.ts';
import type { TidyStudy } from './tidy-tables.ts';

/** A string of R. */
const quoted = (words: string): string => JSON.stringify(words);

/** In base R, so that it runs offline on any installation since 3.6. */
function script({ tables }: TidyStudy, title: string, language: Language): string {
  const words = outwardText[language].r;
  return `# ${title.replace(/\s+/gu, ' ')}
# ${words.about}
# ${words.run}

read_table <- function(name) {
  read.csv(paste0(name, ".csv"), encoding = "UTF-8", stringsAsFactors = FALSE, na.strings = "", check.names = FALSE)
}
${tables.map(({ name }) => `${name} <- read_table(${quoted(name)})`).join('\n')}

# ${words.texts}
read_text <- function(path) {
  text <- readChar(path, file.info(path)$size, useBytes = TRUE)
  if (length(text) == 0) text <- ""
  Encoding(text) <- "UTF-8"
  text
}
texts <- setNames(lapply(sources$text_file, read_text), sources$source_id)

# ${words.check}
placed <- codings[!is.na(codings$start), ]
said <- if (nrow(placed) == 0) character(0) else mapply(function(id, start, end) substr(texts[[id]], start, end), placed$source_id, placed$start, placed$end)
wrong <- which(said != placed$quote)
if (length(wrong) > 0) stop(paste(${quoted(words.wrong)}, paste(placed$coding_id[wrong], collapse = ", ")))
cat(${quoted(words.allFound)}, nrow(placed), "\\n")

# ${words.counts}
coded <- merge(codings, setNames(categories[c("category_id", "path")], c("category_id", "category")), by = "category_id")
coded <- merge(coded, case_sources, by = "source_id", all.x = TRUE)
coded <- merge(coded, setNames(cases[c("case_id", "name")], c("case_id", "case")), by = "case_id", all.x = TRUE)
counts <- table(coded$category, ifelse(is.na(coded$case), "", coded$case))
print(counts)
write.csv(as.data.frame.matrix(counts), "counts-by-case.csv", fileEncoding = "UTF-8")

# ${words.together}
pairs <- merge(placed[c("source_id", "category_id", "start", "end")], placed[c("source_id", "category_id", "start", "end")], by = "source_id")
pairs <- pairs[pairs$category_id.x < pairs$category_id.y & pairs$start.x <= pairs$end.y & pairs$start.y <= pairs$end.x, ]
path_of <- setNames(categories$path, categories$category_id)
together <- as.data.frame(table(a = path_of[pairs$category_id.x], b = path_of[pairs$category_id.y]), stringsAsFactors = FALSE)
together <- together[together$Freq > 0, ]
print(head(together[order(-together$Freq), ], 20), row.names = FALSE)

# ${words.plot}
most <- head(sort(table(path_of[codings$category_id]), decreasing = TRUE), 10)
if (length(most) > 0) {
  pdf("codings-by-category.pdf", width = 10, height = 6)
  par(mar = c(4, 22, 3, 1))
  barplot(rev(most), horiz = TRUE, las = 1, cex.names = 0.7, main = ${quoted(words.plotTitle)})
  invisible(dev.off())
}
`;
}

export function rParts(project: Session['project'], { people }: OutwardChoice): NewZipPart[] {
  const { language, title } = readProject(project);
  const study = tidyStudy(project, people);
  return [
    { name: 'analysis.R', content: Buffer.from(script(study, title, language)) },
    { name: 'data-dictionary.csv', content: Buffer.from(dictionaryCsv(study.tables, language)) },
    ...study.tables.map((table) => ({ name: `${table.name}.csv`, content: Buffer.from(tableCsv(table)) })),
    ...study.texts.map(({ file, text }) => ({ name: file, content: Buffer.from(text) })),
  ];
}
