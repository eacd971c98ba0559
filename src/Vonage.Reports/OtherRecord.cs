using Newtonsoft.Json.Linq;

namespace Vonage.Reports;

/// <summary>A record of a product that this version does not know. All of its columns are in <see cref="ApiModel.AdditionalProperties"/>.</summary>
public sealed class OtherRecord : ApiModel, IReportRecord
{
    internal OtherRecord(JObject row)
    {
        foreach (var column in row)
            AdditionalProperties[column.Key] = column.Value!;
    }

    /// <inheritdoc/>
    public string? AccountId => AdditionalProperties.TryGetValue("account_id", out var account) ? (string?)account : null;
}
