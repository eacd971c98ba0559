using System.Globalization;
using Vonage.Core;

namespace Vonage.Messages;

public partial class WhatsAppInteraction
{
    partial void ValidateMore()
    {
        // Only lists may have more.
        if (this is not WhatsAppListInteraction)
            Check.Length("body.text", Body?.Text, 0, 1024);
    }
}

public partial class WhatsAppButtonsInteraction
{
    partial void ValidateMore()
    {
        InteractionRules.Differ("action.buttons", Buttons, button => button.Id, "IDs");
        InteractionRules.Differ("action.buttons", Buttons, button => button.Title, "titles");
    }
}

public partial class WhatsAppListInteraction
{
    partial void ValidateMore()
    {
        InteractionRules.HaveTitles(Sections.Select(section => section.Title));
        InteractionRules.InTotal("rows", Sections.Sum(section => section.Rows.Count), 10);
        InteractionRules.Differ("action.sections", Sections.SelectMany(section => section.Rows), row => row.Id, "IDs");
    }
}

public partial class WhatsAppProductListInteraction
{
    partial void ValidateMore()
    {
        InteractionRules.HaveTitles(Sections.Select(section => section.Title));
        InteractionRules.InTotal("products", Sections.Sum(section => section.ProductItems.Count), 30);
    }
}

public partial class WhatsAppContactsContent
{
    partial void ValidateMore()
    {
        for (var i = 0; i < Contacts.Count; i++)
        {
            Check.Required($"contacts[{i}].name", Contacts[i].Name);
            var name = Contacts[i].Name!;
            Check.Required($"contacts[{i}].name.formatted_name", name.FormattedName);
            if (name is { FirstName: null, LastName: null, MiddleName: null, Prefix: null, Suffix: null })
                throw new InvalidRequestException($"contacts[{i}].name", "must contain another part of the name along with formatted_name, such as first_name.");
        }
    }
}

/// <summary>The rules for all options of an interaction together.</summary>
internal static class InteractionRules
{
    public static void HaveTitles(IEnumerable<string?> titles)
    {
        var all = titles.ToList();
        if (all.Count > 1 && all.FindIndex(string.IsNullOrEmpty) is >= 0 and var untitled)
            throw new InvalidRequestException($"action.sections[{untitled}].title", "is required if there are several sections. Set it.");
    }

    public static void InTotal(string what, int count, int most)
    {
        if (count > most)
            throw new InvalidRequestException("action.sections", string.Format(CultureInfo.InvariantCulture, "must contain up to {0} {1} in total, but contains {2}.", most, what, count));
    }

    public static void Differ<T>(string field, IEnumerable<T> options, Func<T, string?> of, string what)
    {
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        if (!options.All(option => seen.Add(of(option))))
            throw new InvalidRequestException(field, $"must have different {what}.");
    }
}
