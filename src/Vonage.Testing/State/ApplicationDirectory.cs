using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>The applications of the account: the simulator's own, and those that were created. Access requires the gate, except to the keys.</summary>
internal sealed class ApplicationDirectory(SimulatedAccount account)
{
    private readonly ConcurrentDictionary<string, ApplicationKey> _keys = new([KeyValuePair.Create(account.ApplicationId, account.Key)], StringComparer.Ordinal);
    private readonly ResourceList _all = new("id");
    private bool _hasOwn;

    /// <summary>All applications. The simulator's own is described on first use, because its key takes time to generate.</summary>
    public ResourceList All
    {
        get
        {
            if (!_hasOwn)
                _all.Add(Own());
            _hasOwn = true;
            return _all;
        }
    }

    /// <summary>Gets the key that signs the tokens of an application; null if the application does not exist or has no key.</summary>
    public ApplicationKey? KeyOf(string? id) => id is not null && _keys.TryGetValue(id, out var key) ? key : null;

    /// <summary>Sets the key of an application. Tokens of an application are refused if its key is not one.</summary>
    public void SetKey(string id, string? publicPem)
    {
        if (ApplicationKey.TryImport(publicPem) is { } key)
            _keys[id] = key;
        else
            _keys.TryRemove(id, out _);
    }

    public void Remove(JsonObject application)
    {
        All.Remove(application);
        _keys.TryRemove(ResourceList.Text(application, "id")!, out _);
    }

    public JsonNode Save() => All.Save();

    public void Restore(JsonNode kept)
    {
        _all.Restore(kept);
        _hasOwn = _all.Find(account.ApplicationId) is not null;
        foreach (var application in _all.All)
        {
            var id = ResourceList.Text(application, "id") ?? throw new FormatException("An application has no id.");
            if (id == account.ApplicationId && account.HasGivenKey)
                application["keys"] = new JsonObject { ["public_key"] = account.Key.PublicPem };
            // The simulator has the private key of its own application.
            var publicKey = application["keys"]?["public_key"]?.ToString();
            if (id != account.ApplicationId || publicKey != account.Key.PublicPem)
                SetKey(id, publicKey);
        }
    }

    private JsonObject Own() => new()
    {
        ["id"] = account.ApplicationId,
        ["name"] = "Simulator",
        ["privacy"] = new JsonObject { ["improve_ai"] = true },
        ["capabilities"] = new JsonObject(),
        ["_links"] = new JsonObject { ["self"] = new JsonObject { ["href"] = $"/v2/applications/{account.ApplicationId}" } },
        ["keys"] = new JsonObject { ["public_key"] = account.Key.PublicPem },
    };
}
