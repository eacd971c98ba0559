using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>The accounts of other providers, oldest first. Access requires the gate.</summary>
internal sealed class ExternalAccountList(SimulatedAccount owner)
{
    private readonly List<JsonObject> _all = [];

    public IReadOnlyList<JsonObject> All => _all;

    public JsonObject Add(string provider, string externalId, string? name)
    {
        var account = new JsonObject
        {
            ["name"] = name,
            ["applications"] = new JsonArray(),
            ["external_id"] = externalId,
            ["api_key"] = owner.ApiKey,
            ["provider"] = provider,
        };
        if (name is null)
            account.Remove("name");
        _all.Add(account);
        return account;
    }

    public JsonObject? Find(string provider, string externalId) =>
        _all.Find(account => ResourceList.Text(account, "provider") == provider && ResourceList.Text(account, "external_id") == externalId);

    public void Remove(JsonObject account) => _all.Remove(account);
}
