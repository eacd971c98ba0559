using System.Globalization;
using System.Text.Json.Nodes;
using Vonage.Simulation;

namespace Vonage.Testing.State;

/// <summary>The templates of Verify v2 and their fragments.</summary>
internal sealed class VerifyTemplatesState : ApiState
{
    private const int MostTemplates = 10;
    private const string Root = "https://api.nexmo.com/v2/verify/templates";
    private readonly TimeProvider _clock;
    private readonly List<Template> _templates = [];

    public VerifyTemplatesState(TimeProvider clock) : base("verify-v2")
    {
        _clock = clock;
        On("listTemplates", exchange => Page(exchange, "templates", _templates.Select(Describe), Root));
        On("createTemplate", CreateTemplate);
        On("getTemplate", exchange => OfTemplate(exchange, template => exchange.SuccessWith(Describe(template))));
        On("updateTemplate", exchange => OfTemplate(exchange, template => UpdateTemplate(exchange, template)));
        On("deleteTemplate", exchange => OfTemplate(exchange, template => DeleteTemplate(exchange, template)));
        On("listFragments", exchange => OfTemplate(exchange, template =>
            Page(exchange, "template_fragments", template.Fragments.Select(fragment => Describe(template, fragment)), $"{Root}/{template.Id}/template_fragments")));
        On("createFragment", exchange => OfTemplate(exchange, template => CreateFragment(exchange, template)));
        On("getFragment", exchange => OfFragment(exchange, (template, fragment) => exchange.SuccessWith(Describe(template, fragment))));
        On("updateFragment", exchange => OfFragment(exchange, (template, fragment) =>
        {
            (fragment.Text, fragment.UpdatedAt) = (exchange.Text("text")!, _clock.GetUtcNow());
            return exchange.SuccessWith(Describe(template, fragment));
        }));
        On("deleteFragment", exchange => OfFragment(exchange, (template, fragment) =>
        {
            template.Fragments.Remove(fragment);
            return exchange.Success();
        }));
    }

    private ExchangeResponse CreateTemplate(Exchange exchange)
    {
        var name = exchange.Text("name")!;
        if (_templates.Exists(template => template.Name == name))
            return exchange.Error(409, example: "exists");
        if (_templates.Count == MostTemplates)
            return exchange.Error(409, example: "tooMany");
        var template = new Template { Name = name };
        _templates.Add(template);
        return exchange.SuccessWith(Describe(template));
    }

    private ExchangeResponse UpdateTemplate(Exchange exchange, Template template)
    {
        if (exchange.Text("name") is { } name)
        {
            if (_templates.Exists(other => other != template && other.Name == name))
                return exchange.Error(409, $"A template with the name {name} already exists");
            template.Name = name;
        }
        if (exchange.Body["is_default"]?.GetValue<bool>() is { } isDefault)
        {
            foreach (var other in _templates)
                other.IsDefault &= !isDefault;
            template.IsDefault = isDefault;
        }
        return exchange.SuccessWith(Describe(template));
    }

    private ExchangeResponse DeleteTemplate(Exchange exchange, Template template)
    {
        if (template.Fragments.Count > 0)
            return exchange.Error(409, "The template still has fragments");
        _templates.Remove(template);
        return exchange.Success();
    }

    private ExchangeResponse CreateFragment(Exchange exchange, Template template)
    {
        var (channel, locale) = (exchange.Text("channel")!, exchange.Text("locale")!);
        if (template.Fragments.Exists(other => other.Channel == channel && other.Locale == locale))
            return exchange.Error(409, $"The template already has a fragment for {channel} and {locale}");
        var fragment = new Fragment(channel, locale, _clock.GetUtcNow()) { Text = exchange.Text("text")!, UpdatedAt = _clock.GetUtcNow() };
        template.Fragments.Add(fragment);
        return exchange.SuccessWith(Describe(template, fragment));
    }

    private ExchangeResponse OfTemplate(Exchange exchange, Func<Template, ExchangeResponse> handler) =>
        _templates.Find(template => template.Id == exchange.Path["template_id"]) is { } template ? handler(template) : exchange.Error(404);

    private ExchangeResponse OfFragment(Exchange exchange, Func<Template, Fragment, ExchangeResponse> handler) => OfTemplate(exchange, template =>
        template.Fragments.Find(fragment => fragment.Id == exchange.Path["template_fragment_id"]) is { } fragment ? handler(template, fragment) : exchange.Error(404));

    private static ExchangeResponse Page(Exchange exchange, string name, IEnumerable<JsonObject> all, string url)
    {
        var items = all.ToList();
        var (size, page) = (Number("page_size", 10), Number("page", 1));
        var pages = Math.Max(1, (items.Count + size - 1) / size);
        var links = new JsonObject { ["self"] = Link(page), ["first"] = Link(1), ["last"] = Link(pages) };
        if (page < pages)
            links["next"] = Link(page + 1);
        if (page > 1)
            links["prev"] = Link(page - 1);
        return exchange.SuccessWith(new JsonObject
        {
            ["page_size"] = size,
            ["page"] = page,
            ["total_pages"] = pages,
            ["total_items"] = items.Count,
            ["_embedded"] = new JsonObject { [name] = new JsonArray([.. items.Skip((page - 1) * size).Take(size)]) },
            ["_links"] = links,
        });

        int Number(string parameter, int standard) =>
            int.TryParse(exchange.Query(parameter), CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : standard;

        JsonObject Link(int number) => Href($"{url}?page={number}&page_size={size}");
    }

    private static JsonObject Describe(Template template) => new()
    {
        ["template_id"] = template.Id,
        ["name"] = template.Name,
        ["is_default"] = template.IsDefault,
        ["_links"] = new JsonObject { ["self"] = Href($"{Root}/{template.Id}"), ["fragments"] = Href($"{Root}/{template.Id}/template_fragments") },
    };

    private static JsonObject Describe(Template template, Fragment fragment) => new()
    {
        ["template_fragment_id"] = fragment.Id,
        ["channel"] = fragment.Channel,
        ["locale"] = fragment.Locale,
        ["text"] = fragment.Text,
        ["date_updated"] = Times.Milliseconds(fragment.UpdatedAt),
        ["date_created"] = Times.Milliseconds(fragment.CreatedAt),
        ["_links"] = new JsonObject { ["self"] = Href($"{Root}/{template.Id}/template_fragments/{fragment.Id}"), ["template"] = Href($"{Root}/{template.Id}") },
    };

    private static JsonObject Href(string url) => new() { ["href"] = url };

    private sealed class Template
    {
        public string Id { get; } = Guid.NewGuid().ToString();

        public required string Name { get; set; }

        public bool IsDefault { get; set; }

        public List<Fragment> Fragments { get; } = [];
    }

    private sealed class Fragment(string channel, string locale, DateTimeOffset createdAt)
    {
        public string Id { get; } = Guid.NewGuid().ToString();

        public string Channel { get; } = channel;

        public string Locale { get; } = locale;

        public DateTimeOffset CreatedAt { get; } = createdAt;

        public required DateTimeOffset UpdatedAt { get; set; }

        public required string Text { get; set; }
    }
}
