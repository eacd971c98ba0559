using Campaign.Planning;
using Campaign.Sending;
using Campaign.Store;
using Vonage;

namespace Campaign.Loading;

/// <summary>Decides what becomes of a line of the list: for the store, and for a dry run in the same way.</summary>
internal sealed class RowPlanner(MessageTemplate template, CampaignSettings settings, DateTimeOffset ends, TimeProvider clock)
{
    /// <summary>The columns that no recipient may be without.</summary>
    public IReadOnlyList<string> Fields => template.Fields;

    public NewRecipient Row(CsvRow row) => row is Recipient recipient
        ? Row(recipient, template.Render(recipient.Fields))
        : new(row.Line, null, RecipientState.Invalid, Detail: ((BadRow)row).Reason);

    /// <param name="known">Whether the number was in the list before.</param>
    /// <param name="suppressed">Whether it is on the suppression list.</param>
    public Planned Plan(CsvRow row, Func<string, bool> known, Func<string, bool> suppressed)
    {
        var stored = Row(row);
        if (stored.Number is not { } number)
            return new Planned(null, null, stored.State, stored.Detail);
        var country = NumberCountry.Of(number);
        if (known(number))
            return new Planned(null, country, RecipientState.Duplicate, "The list has this number already.");
        if (suppressed(number))
            return new Planned(number, country, RecipientState.Suppressed, "The number is on the suppression list.");
        if (stored.State != RecipientState.Waiting)
            return new Planned(number, country, stored.State, stored.Detail);
        return new Planned(number, country, RecipientState.Waiting)
        {
            Segments = (int)stored.Parts,
            Encoding = SmsText.IsGsm(stored.Body) ? SmsEncoding.Gsm7 : SmsEncoding.Unicode,
            Price = settings.SegmentPrice > 0 ? settings.SegmentPrice * stored.Parts : null,
            Due = DateTimeOffset.FromUnixTimeMilliseconds(stored.Due),
            Zones = RecipientWindow.Zones(number, stored.Zone),
        };
    }

    private NewRecipient Row(Recipient recipient, string text)
    {
        var parts = SmsText.Analyze(text).PartCount;
        var window = RecipientWindow.Next(recipient.Number, recipient.TimeZone, settings, clock.GetUtcNow(), TimeSpan.Zero);
        var (state, detail) = window switch
        {
            SendWindow.Closed closed => (RecipientState.Suppressed, closed.Reason),
            SendWindow.Open open when open.From > ends => (RecipientState.Expired, "The campaign ends before the recipient's day begins."),
            _ when settings.IsTooExpensive(parts) => (RecipientState.Suppressed, "The message would cost more than the limit."),
            _ => (RecipientState.Waiting, (string?)null),
        };
        var due = window is SendWindow.Open { From: var from } ? from : clock.GetUtcNow();
        return new NewRecipient(recipient.Line, recipient.Number, state, settings.SenderOf(recipient.Number), recipient.TimeZone, text, parts, due.ToUnixTimeMilliseconds(), detail);
    }
}
