using System.Text.Json.Nodes;
using Vonage.Testing.Control;
using Vonage.Testing.State;

namespace Vonage.Testing.Page;

/// <summary>What happens to messages and calls, and the faults of the API.</summary>
internal sealed class OutcomesView(SharedState shared, FaultTable faults)
{
    public Html Render() => Html.Of($"""
        <section class="board" aria-label="Outcomes">
        <h1>Outcomes</h1>
        <p class="faint">What happens to a message or call, by number, by channel such as <code>whatsapp</code>, or <code>*</code> for all. Without an outcome, messages are delivered and calls are answered.</p>
        <form class="fields" hx-post="/_simulator/v1/outcomes" hx-swap="none" hx-morph-skip>
        <label>Of <select name="kind"><option value="messages">Messages API</option><option value="sms">SMS API</option><option value="calls">Calls</option></select></label>
        <label>To <input name="to" value="*" required></label>
        <label>Outcome <select name="status">{OutcomeTable.Statuses.SelectMany(kind => kind.Value).Distinct().Order(StringComparer.Ordinal).Select(status => Html.Of($"<option>{status}</option>"))}</select></label>
        <label>Error code <input name="error_code" placeholder="the usual one"></label>
        <button>Set</button></form>
        {Table(["Of", "To", "Outcome", "Error code"], OutcomeTable.List(shared.Webhooks.Outcomes).Select(row => (
            new[] { row["kind"], row["to"], row["status"], row["error_code"] },
            $"/_simulator/v1/outcomes?kind={row["kind"]}&to={Uri.EscapeDataString(row["to"]!.ToString())}")), "No outcomes are set.")}
        </section>
        <section class="board" aria-label="Faults">
        <h2>Faults</h2>
        <p class="faint">What the API answers instead: an error, a delay, or nothing. At random, or to the next calls exactly.</p>
        <form class="fields" hx-post="/_simulator/v1/faults" hx-swap="none" hx-morph-skip>
        <label>Operation <input name="operation" value="*" required></label>
        <label>Status <input name="status_code" inputmode="numeric" value="429"></label>
        <label>Retry-After in seconds <input name="retry_after" inputmode="numeric"></label>
        <label>Delay in ms <input name="delay_ms" inputmode="numeric"></label>
        <label>Probability <input name="probability" inputmode="decimal" value="1"></label>
        <label>Next calls <input name="times" inputmode="numeric" placeholder="until removed"></label>
        <label>Only to <input name="to" placeholder="any number"></label>
        <label>Session <input name="session" placeholder="any"></label>
        <label class="check"><input type="checkbox" name="hang_up" value="true"> Close the connection</label>
        <button>Inject</button></form>
        {Table(["Operation", "Status", "Delay", "Probability", "Calls", "To", "Session"], faults.List().Select(row => (
            new[] { row["operation"], row["hang_up"] is null ? row["status_code"] : "closed", row["delay_ms"], row["probability"], row["times"], row["to"], row["session"] },
            $"/_simulator/v1/faults/{row["id"]}")), "No faults are in effect.")}
        </section>
        <section class="board" aria-label="Reset"><h2>Reset</h2><p class="faint">Removes all messages, calls that have ended, requests, webhooks, outcomes and faults.</p>
        <button type="button" class="stop" hx-post="/_simulator/v1/reset" hx-swap="none">Reset everything</button></section>
        """);

    private static Html Table(string[] titles, IEnumerable<(JsonNode?[] Cells, string Path)> rows, string empty)
    {
        var lines = rows.Select(row => Html.Of($"""
            <tr>{row.Cells.Select(cell => Html.Of($"<td>{cell?.ToString()}</td>"))}<td><button type="button" class="quiet" hx-delete="{row.Path}" hx-swap="none">Remove</button></td></tr>
            """)).ToList();
        return lines.Count == 0
            ? Html.Of($"""<p class="faint">{empty}</p>""")
            : Html.Of($"""<div class="table" tabindex="0" role="region" aria-label="{titles[0]}"><table><thead><tr>{titles.Select(title => Html.Of($"""<th scope="col">{title}</th>"""))}<td></td></tr></thead><tbody>{lines}</tbody></table></div>""");
    }
}
