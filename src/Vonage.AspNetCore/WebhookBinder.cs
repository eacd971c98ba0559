using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Vonage.AspNetCore;

/// <summary>Binds the event of a verified webhook in MVC.</summary>
[RequiresUnreferencedCode(NeedsMvc)]
[RequiresDynamicCode(NeedsMvc)]
internal sealed class WebhookBinder : IModelBinder
{
    public const string NeedsMvc = "MVC does not support trimming or native compilation. Use MapVonageWebhook, or VonageWebhook<TEvent> as a parameter of a minimal API handler.";

    public const string Unreadable = "Vonage.AspNetCore.Unreadable";

    private static readonly MethodInfo ReadMethod = typeof(WebhookBinder).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        ArgumentNullException.ThrowIfNull(bindingContext);
        var context = bindingContext.HttpContext;
        var received = context.Features.Get<ReceivedWebhook>()
            ?? throw new InvalidOperationException("The webhook was not verified. Add [VonageWebhook] to the action, which rejects unverified webhooks.");
        if (!bindingContext.ModelType.IsAssignableTo(typeof(IJsonReadable)))
            throw new InvalidOperationException($"[FromVonageWebhook] requires a generated event such as CallEvent, not {bindingContext.ModelType.Name}.");
        if (ReadMethod.MakeGenericMethod(bindingContext.ModelType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [context, received], null) is { } webhook)
        {
            bindingContext.ValidationState[webhook] = new ValidationStateEntry { SuppressValidation = true };
            bindingContext.Result = ModelBindingResult.Success(webhook);
            return Task.CompletedTask;
        }

        context.Items[Unreadable] = true;
        bindingContext.ModelState.AddModelError("", "The webhook cannot be read.");
        bindingContext.Result = ModelBindingResult.Failed();
        return Task.CompletedTask;
    }

    private static TEvent? Read<[DynamicallyAccessedMembers(WebhookEvent.Members)] TEvent>(HttpContext context, ReceivedWebhook received)
        where TEvent : class, IJsonReadable => WebhookEvent.Read<TEvent>(context, received);
}
