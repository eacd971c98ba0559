using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The External Accounts API: Messenger accounts that requests created, the accounts that a test added, and their applications.</summary>
internal sealed class ExternalAccountsState : ApiState
{
    private const int StandardSize = 20;
    private const string Messenger = "messenger";
    private readonly SharedState _shared;

    public ExternalAccountsState(SharedState shared) : base("external-accounts")
    {
        _shared = shared;
        On("list", List);
        On("createMessengerAccount", Create);
        On("getMessengerAccount", exchange => OfAccount(exchange, Messenger, exchange.SuccessWith));
        On("updateMessengerAccount", exchange => OfAccount(exchange, Messenger, account => Update(exchange, account)));
        On("deleteMessengerAccount", exchange => OfAccount(exchange, Messenger, account => Delete(exchange, account)));
        On("getViberAccount", exchange => OfAccount(exchange, "viber_service_msg", exchange.SuccessWith));
        On("getWhatsAppAccount", exchange => OfAccount(exchange, "whatsapp", exchange.SuccessWith));
        On("linkApplication", Link);
        On("unlinkApplication", Unlink);
    }

    private ExchangeResponse List(Exchange exchange)
    {
        var (size, page) = (Math.Max(1, Number("page_size", StandardSize)), Math.Max(1, Number("page_number", 1)));
        var provider = exchange.Query("provider");
        var fitting = _shared.ExternalAccounts.All.Where(account => (provider ?? ResourceList.Text(account, "provider")) == ResourceList.Text(account, "provider")).ToList();
        var pages = Math.Max(1, (fitting.Count + size - 1) / size);
        var links = new JsonObject { ["self"] = At(page), ["first"] = At(1), ["last"] = At(pages) };
        if (page > 1)
            links["prev"] = At(page - 1);
        if (page < pages)
            links["next"] = At(page + 1);
        return exchange.SuccessWith(new JsonObject
        {
            ["page_number"] = page,
            ["page_size"] = size,
            ["_embedded"] = new JsonArray([.. fitting.Skip((page - 1) * size).Take(size).Select(account => account.DeepClone())]),
            ["_links"] = links,
        });

        int Number(string parameter, int standard) => int.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, out var number) ? number : standard;

        JsonObject At(int number) => new() { ["href"] = $"{exchange.Request.Path}?page_number={number}&page_size={size}" };
    }

    private ExchangeResponse Create(Exchange exchange)
    {
        if (_shared.ExternalAccounts.Find(Messenger, exchange.Text("external_id")!) is not null)
            return exchange.Refuse("external_id", "is already linked to an account");
        var account = _shared.ExternalAccounts.Add(Messenger, exchange.Text("external_id")!, exchange.Text("name"));
        ResourceList.Change(account, exchange.Body);
        return exchange.SuccessWith(account);
    }

    private static ExchangeResponse Update(Exchange exchange, JsonObject account)
    {
        if (exchange.Body["external_id"] is not null)
            return exchange.Refuse("external_id", "cannot be changed");
        ResourceList.Change(account, exchange.Body);
        return exchange.SuccessWith(account);
    }

    private ExchangeResponse Delete(Exchange exchange, JsonObject account)
    {
        _shared.ExternalAccounts.Remove(account);
        return exchange.Success();
    }

    // For an account or an application that does not exist, the API documents 403.
    private ExchangeResponse Link(Exchange exchange)
    {
        var application = exchange.Text("application")!;
        if (Find(exchange) is not { } account || _shared.Applications.All.Find(application) is null)
            return exchange.Error(403);
        if (Linked(account) is { } other && other != application)
            return exchange.Error(409);
        account["applications"] = new JsonArray(application);
        return exchange.SuccessWith(account);
    }

    private ExchangeResponse Unlink(Exchange exchange)
    {
        if (Find(exchange) is not { } account)
            return exchange.Error(403);
        if (Linked(account) != exchange.Path["linked_application_id"])
            return exchange.Error(409);
        account["applications"] = new JsonArray();
        return exchange.Success();
    }

    private static string? Linked(JsonObject account) => account["applications"]!.AsArray() is [{ } application] ? application.ToString() : null;

    private JsonObject? Find(Exchange exchange) => _shared.ExternalAccounts.Find(exchange.Path["provider"], exchange.Path["external_id"]);

    private ExchangeResponse OfAccount(Exchange exchange, string provider, Func<JsonObject, ExchangeResponse> handler) =>
        _shared.ExternalAccounts.Find(provider, exchange.Path["external_id"]) is { } account ? handler(account) : exchange.Error(404);
}
