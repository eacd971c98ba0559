using Vonage.Core;

namespace Vonage.Reports;

public partial class CreateReportRequest
{
    internal CreateReportRequest For(string account)
    {
        var copy = (CreateReportRequest)MemberwiseClone();
        copy.AccountId = account;
        return copy;
    }

    // The specification cannot state that a field depends on the value of another.
    partial void ValidateMore() => DirectionRule.Check(Product, Direction);
}

internal static class DirectionRule
{
    public static void Check(ReportProduct product, ReportDirection? direction)
    {
        if (direction is null && (product == ReportProduct.Sms || product == ReportProduct.Messages))
            throw new InvalidRequestException("direction", "is required for SMS and MESSAGES. Set it to inbound or outbound.");
    }
}
