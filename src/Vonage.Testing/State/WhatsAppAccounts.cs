using System.Text.Json.Nodes;

namespace Vonage.Testing.State;

/// <summary>The WhatsApp Business Accounts (WABA), with their message templates and numbers.</summary>
internal sealed class WhatsAppAccounts
{
    private readonly SimulatedAccount _owner;
    private readonly List<WhatsAppAccount> _accounts = [];

    public WhatsAppAccounts(SimulatedAccount owner)
    {
        _owner = owner;
        Add(VonageSimulator.WabaId).Numbers.Add(new JsonObject { ["number"] = "447700900001" });
    }

    /// <summary>Occurs when a template was reviewed. The first argument is its account.</summary>
    public event Action<WhatsAppAccount, JsonObject>? TemplateReviewed;

    public IEnumerable<JsonObject> All => _accounts.Select(account => account.Description);

    /// <summary>Finds an account; null if it does not exist.</summary>
    public WhatsAppAccount? Find(string wabaId) => _accounts.Find(account => account.Id == wabaId);

    /// <summary>Adds a number to an account, which is created if it does not exist.</summary>
    public void Deploy(string wabaId, string number)
    {
        var numbers = (Find(wabaId) ?? Add(wabaId)).Numbers;
        if (numbers.Find(number) is null)
            numbers.Add(new JsonObject { ["number"] = number });
    }

    /// <summary>Finds the template of a message, whose name can have a namespace; null if it was not created here.</summary>
    public JsonObject? FindTemplate(string? name, string? language) => _accounts.SelectMany(account => account.Templates.All).FirstOrDefault(template =>
        ResourceList.Text(template, "name") == name?[(name.LastIndexOf(':') + 1)..] && ResourceList.Text(template, "language") == language);

    /// <summary>Completes the review of a template.</summary>
    public void Review(WhatsAppAccount account, JsonObject template)
    {
        if (ResourceList.Text(template, "status") == "APPROVED")
            return;
        template["status"] = "APPROVED";
        TemplateReviewed?.Invoke(account, template);
    }

    private WhatsAppAccount Add(string wabaId)
    {
        var account = new WhatsAppAccount(wabaId, new JsonObject
        {
            ["waba_id"] = wabaId,
            ["api_key"] = _owner.ApiKey,
            ["name"] = $"Account {_accounts.Count + 1}",
            ["account_review_status"] = "Approved",
            ["currency"] = "EUR",
        });
        _accounts.Add(account);
        return account;
    }
}

/// <summary>A WhatsApp Business Account.</summary>
/// <param name="Id">Its ID.</param>
/// <param name="Description">The account in the format of the API.</param>
internal sealed record WhatsAppAccount(string Id, JsonObject Description)
{
    public ResourceList Templates { get; } = new("id");

    /// <summary>The numbers. The profile of a number is its member <c>profile</c>, which is not shown with it.</summary>
    public ResourceList Numbers { get; } = new("number");
}
