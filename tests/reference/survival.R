# Outside values for src/domain/stats, computed with R's survival package.
# Run from this folder: Rscript survival.R > survival.json
# The versions used are written into the result.
library(survival)

json <- function(x) {
  if (is.list(x)) {
    if (!is.null(names(x))) {
      paste0("{", paste0("\"", names(x), "\":", vapply(x, json, ""), collapse = ","), "}")
    } else paste0("[", paste0(vapply(x, json, ""), collapse = ","), "]")
  } else if (is.character(x)) paste0("\"", x, "\"")
  else {
    one <- ifelse(is.na(x) | !is.finite(x), "null", sprintf("%.17g", as.numeric(x)))
    if (length(x) == 1 && is.null(attr(x, "array"))) one else paste0("[", paste0(one, collapse = ","), "]")
  }
}
array <- function(x) structure(x, array = TRUE)

set.seed(20240229, kind = "Mersenne-Twister")
cases <- list(
  mixed = list(time = round(rexp(120, 1 / 90000)) + 1, event = rbinom(120, 1, .7)),
  tied = list(time = c(5, 5, 5, 8, 8, 10, 10, 10, 12, 12, 12, 12, 20, 20, 31), event = c(1, 1, 0, 1, 0, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0)),
  toZero = list(time = c(1, 3, 3, 7, 9, 11, 40), event = c(1, 1, 0, 1, 1, 0, 1)),
  oneEach = list(time = 1:20, event = rep(1, 20)),
  noEvents = list(time = c(4, 9, 9, 30), event = c(0, 0, 0, 0))
)
horizons <- list(mixed = 150000, tied = 25, toZero = 30, oneEach = 15, noEvents = 20)
curves <- lapply(names(cases), function(name) {
  x <- cases[[name]]
  fit <- survfit(Surv(x$time, x$event) ~ 1, conf.type = "log-log")
  at <- fit$n.event > 0
  horizon <- horizons[[name]]
  mean <- summary(fit, rmean = horizon)$table[["rmean"]]
  q <- quantile(fit, .5)
  list(name = name, time = array(x$time), event = array(x$event), atSeconds = array(fit$time[at]), atRisk = array(fit$n.risk[at]),
       answered = array(fit$n.event[at]), waiting = array(fit$surv[at]), standardError = array((fit$std.err * fit$surv)[at]),
       low = array(fit$lower[at]), high = array(fit$upper[at]), horizon = horizon, restrictedMean = mean,
       median = q$quantile[[1]], medianLow = q$lower[[1]], medianHigh = q$upper[[1]])
})

clustered <- function(n, authors, gap, digits) {
  author <- sample(authors, n, replace = TRUE)
  frailty <- rgamma(authors, 2, 2)
  group <- rbinom(n, 1, .4)
  wait <- round(rexp(n, frailty[author] * exp(gap * group) / 50), digits) + 1
  end <- round(runif(n, 5, 150), digits)
  list(time = pmin(wait, end), event = as.numeric(wait <= end), group = group, author = author)
}
tests <- lapply(list(clustered(200, 60, -.5, 0), clustered(90, 12, .8, 0), clustered(60, 60, 0, 2), clustered(40, 8, 1.5, -1)), function(x) {
  x$time <- pmax(x$time, 1)
  fit <- coxph(Surv(time, event) ~ group, data = x, cluster = author, ties = "breslow")
  plain <- survdiff(Surv(time, event) ~ group, data = x)
  list(time = array(x$time), event = array(x$event), group = array(x$group), author = array(x$author),
       robustScore = fit$rscore, p = summary(fit)$robscore[["pvalue"]], observed = plain$obs[[2]], expected = plain$exp[[2]])
})

causes <- {
  time <- round(rexp(80, 1 / 40)) + 1
  cause <- sample(0:2, 80, replace = TRUE, prob = c(.3, .5, .2))
  fit <- survfit(Surv(time, factor(cause, 0:2, c("open", "brand", "peer"))) ~ 1)
  at <- rowSums(fit$n.event) > 0
  list(time = array(time), cause = array(cause), atSeconds = array(fit$time[at]), waiting = array(fit$pstate[at, 1]),
       brand = array(fit$pstate[at, 2]), peer = array(fit$pstate[at, 3]))
}

p <- c(.01, .04, .03, .005, .2, .8, .03)
cat(json(list(
  versions = list(R = R.version.string, survival = as.character(packageVersion("survival"))),
  curves = curves, tests = tests, causes = causes, holm = list(p = array(p), adjusted = array(p.adjust(p, "holm"))),
  quantiles = { x <- c(3, 9, 1, 14, 2.5, 7); q <- c(0, .025, .3, .5, .975, 1); list(values = array(sort(x)), at = array(q), quantile = array(unname(quantile(x, q)))) }
)), "\n", sep = "")
