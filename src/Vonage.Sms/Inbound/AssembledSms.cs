namespace Vonage.Sms;

/// <summary>An inbound SMS message, put together from the parts that arrived.</summary>
public sealed class AssembledSms
{
    internal AssembledSms(InboundSms sms)
    {
        Parts = [sms];
        MissingParts = [];
    }

    internal AssembledSms(InboundSmsParts parts)
    {
        Parts = [.. parts.Parts.OrderBy(part => part.ConcatPart)];
        MissingParts = [.. Enumerable.Range(1, parts.Total).Except(Parts.Select(part => part.ConcatPart.GetValueOrDefault()))];
    }

    /// <summary>The parts that arrived, in the order of the message. A message of one part has this part alone.</summary>
    public IReadOnlyList<InboundSms> Parts { get; }

    /// <summary>The positions of the parts that did not arrive in time, starting with 1.</summary>
    public IReadOnlyList<int> MissingParts { get; }

    /// <summary>Whether all parts arrived.</summary>
    public bool IsComplete => MissingParts.Count == 0;

    /// <summary>The sender's phone number, digits only.</summary>
    public string? Msisdn => Parts[0].Msisdn;

    /// <summary>The number of the account that the message was sent to, digits only.</summary>
    public string? To => Parts[0].To;

    /// <summary>The texts of the parts that arrived, one after the other; <see langword="null"/> for a binary message.</summary>
    public string? Text => Join(part => part.Text);

    /// <summary>The data of the parts of a binary message, one after the other, as a hexadecimal string; otherwise, <see langword="null"/>.</summary>
    public string? Data => Join(part => part.Data);

    private string? Join(Func<InboundSms, string?> content) => Parts.All(part => content(part) is null) ? null : string.Concat(Parts.Select(content));
}
