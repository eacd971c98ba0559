using Vonage.Core;

namespace Vonage.VerifyV2;

public partial class EmailWorkflow
{
    partial void ValidateMore()
    {
        CheckAddress("to", To);
        CheckAddress("from", From);
    }

    private static void CheckAddress(string field, string? address)
    {
        if (address is not null && address.IndexOf('@') is var at && (at < 1 || at == address.Length - 1))
            throw new InvalidRequestException(field, "must be an email address, such as alice@example.com.");
    }
}
