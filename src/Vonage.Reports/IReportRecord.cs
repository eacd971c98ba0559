using Newtonsoft.Json.Linq;

namespace Vonage.Reports;

/// <summary>
/// A record of the use of a product. Each product has its own class, such as <see cref="SmsRecord"/> and <see cref="CallRecord"/>;
/// <see cref="OtherRecord"/> is a record of a product that this version does not know.
/// </summary>
public interface IReportRecord
{
    /// <summary>The API key of the account.</summary>
    string? AccountId { get; }

    /// <summary>Fields and columns that have no property in this version.</summary>
    IDictionary<string, JToken> AdditionalProperties { get; }
}
