using Microsoft.CodeAnalysis;
using Utcp.Manuals.Problems;

namespace Utcp.Generators.Diagnostics;

/// <summary>The descriptor of every id. The message is the problem's own; each id has a page under docs/rules.</summary>
internal static class DiagnosticDescriptors
{
    public static readonly DiagnosticDescriptor InvalidJson = new(
        ProblemCodes.InvalidJson, "The file is not valid JSON or YAML", "{0}", "Utcp.Document", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InvalidJson));

    public static readonly DiagnosticDescriptor NotAManual = new(
        ProblemCodes.NotAManual, "The file is not a manual", "{0}", "Utcp.Document", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.NotAManual));

    public static readonly DiagnosticDescriptor LimitExceeded = new(
        ProblemCodes.LimitExceeded, "The document passes a limit", "{0}", "Utcp.Document", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.LimitExceeded));

    public static readonly DiagnosticDescriptor DuplicateName = new(
        ProblemCodes.DuplicateName, "An object holds one name twice", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.DuplicateName));

    public static readonly DiagnosticDescriptor MissingField = new(
        ProblemCodes.MissingField, "A required field is missing", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.MissingField));

    public static readonly DiagnosticDescriptor InvalidField = new(
        ProblemCodes.InvalidField, "A field has a value that is not allowed", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InvalidField));

    public static readonly DiagnosticDescriptor UnknownField = new(
        ProblemCodes.UnknownField, "A field is unknown and ignored", "{0}", "Utcp.Document", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.UnknownField));

    public static readonly DiagnosticDescriptor LegacyManual = new(
        ProblemCodes.LegacyManual, "The manual uses the v0.x form", "{0}", "Utcp.Document", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.LegacyManual));

    public static readonly DiagnosticDescriptor UnsupportedCallTemplate = new(
        ProblemCodes.UnsupportedCallTemplate, "The call template has a type that cannot be called", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.UnsupportedCallTemplate));

    public static readonly DiagnosticDescriptor DuplicateTool = new(
        ProblemCodes.DuplicateTool, "Two tools have one name", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.DuplicateTool));

    public static readonly DiagnosticDescriptor PlaceholderWithoutInput = new(
        ProblemCodes.PlaceholderWithoutInput, "A URL placeholder has no input", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.PlaceholderWithoutInput));

    public static readonly DiagnosticDescriptor UnusedInput = new(
        ProblemCodes.UnusedInput, "An input reaches no part of the request", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.UnusedInput));

    public static readonly DiagnosticDescriptor UnresolvedReference = new(
        ProblemCodes.UnresolvedReference, "A $ref leads nowhere", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.UnresolvedReference));

    public static readonly DiagnosticDescriptor CyclicReference = new(
        ProblemCodes.CyclicReference, "A $ref leads only to itself", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.CyclicReference));

    public static readonly DiagnosticDescriptor ContradictingSchema = new(
        ProblemCodes.ContradictingSchema, "No value can satisfy the schema", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.ContradictingSchema));

    public static readonly DiagnosticDescriptor InvalidSchema = new(
        ProblemCodes.InvalidSchema, "A schema keyword has a value that JSON Schema does not allow", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InvalidSchema));

    public static readonly DiagnosticDescriptor InvalidAuth = new(
        ProblemCodes.InvalidAuth, "The auth object cannot be used", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InvalidAuth));

    public static readonly DiagnosticDescriptor UnreadableFile = new(
        ProblemCodes.UnreadableFile, "The file cannot be read", "{0}", "Utcp.Document", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.UnreadableFile));

    public static readonly DiagnosticDescriptor InvalidOption = new(
        ProblemCodes.InvalidOption, "An option of a UtcpManual item has a bad value", "{0}", "Utcp.Document", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InvalidOption));

    public static readonly DiagnosticDescriptor DuplicateClient = new(
        ProblemCodes.DuplicateClient, "Two files ask for one client", "{0}", "Utcp.Document", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.DuplicateClient));

    public static readonly DiagnosticDescriptor RuntimeMissing = new(
        ProblemCodes.RuntimeMissing, "The project does not reference Utcp.Runtime", "{0}", "Utcp.Document", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.RuntimeMissing));


    public static readonly DiagnosticDescriptor NotCalled = new(
        ProblemCodes.NotCalled, "A part of the document is not something to call", "{0}", "Utcp.Document", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.NotCalled));

    public static readonly DiagnosticDescriptor UntypedSchema = new(
        ProblemCodes.UntypedSchema, "A schema is carried as JsonElement", "{0}", "Utcp.Mapping", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.UntypedSchema));

    public static readonly DiagnosticDescriptor IgnoredKeyword = new(
        ProblemCodes.IgnoredKeyword, "A schema keyword is ignored", "{0}", "Utcp.Mapping", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.IgnoredKeyword));

    public static readonly DiagnosticDescriptor UnmatchedFilter = new(
        ProblemCodes.UnmatchedFilter, "A tool filter matches nothing", "{0}", "Utcp.Mapping", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.UnmatchedFilter));

    public static readonly DiagnosticDescriptor NoDescription = new(
        ProblemCodes.NoDescription, "A tool has no description", "{0}", "Utcp.Quality", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.NoDescription));

    public static readonly DiagnosticDescriptor RejectedName = new(
        ProblemCodes.RejectedName, "A tool has a name that models do not accept", "{0}", "Utcp.Quality", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.RejectedName));

    public static readonly DiagnosticDescriptor ContradictingExample = new(
        ProblemCodes.ContradictingExample, "An example or default contradicts its schema", "{0}", "Utcp.Quality", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.ContradictingExample));

    public static readonly DiagnosticDescriptor BodyOfGet = new(
        ProblemCodes.BodyOfGet, "A GET request has a body", "{0}", "Utcp.Quality", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.BodyOfGet));

    public static readonly DiagnosticDescriptor InsecureUrl = new(
        ProblemCodes.InsecureUrl, "A URL is not safe to call", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InsecureUrl));

    public static readonly DiagnosticDescriptor PlaceholderInAuthority = new(
        ProblemCodes.PlaceholderInAuthority, "A placeholder stands in the scheme or host of a URL", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.PlaceholderInAuthority));

    public static readonly DiagnosticDescriptor LiteralSecret = new(
        ProblemCodes.LiteralSecret, "A secret stands in the document in the clear", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.LiteralSecret));

    public static readonly DiagnosticDescriptor SecretInQuery = new(
        ProblemCodes.SecretInQuery, "A credential stands in the query of a URL", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.SecretInQuery));

    public static readonly DiagnosticDescriptor SharedSecret = new(
        ProblemCodes.SharedSecret, "One credential is sent to two sites", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.SharedSecret));

    public static readonly DiagnosticDescriptor ForeignTokenUrl = new(
        ProblemCodes.ForeignTokenUrl, "A client secret goes to another site than the calls", "{0}", "Utcp.Security", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.ForeignTokenUrl));

    public static readonly DiagnosticDescriptor InternalTarget = new(
        ProblemCodes.InternalTarget, "A URL leads into a private network", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InternalTarget));

    public static readonly DiagnosticDescriptor UnsafeServerChoice = new(
        ProblemCodes.UnsafeServerChoice, "A server that is not called is not safe", "{0}", "Utcp.Security", DiagnosticSeverity.Info, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.UnsafeServerChoice));

    public static readonly DiagnosticDescriptor InvalidAllowedHost = new(
        ProblemCodes.InvalidAllowedHost, "An allowed host is not a host", "{0}", "Utcp.Security", DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InvalidAllowedHost));

    public static readonly DiagnosticDescriptor InternalError = new(
        ProblemCodes.InternalError, "The generator failed", "{0}", "Utcp.Internal", DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink(ProblemCodes.InternalError));

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new DiagnosticDescriptor[]
    {
        InvalidJson, NotAManual, LimitExceeded, DuplicateName, MissingField, InvalidField,
        UnknownField, LegacyManual, UnsupportedCallTemplate, DuplicateTool, PlaceholderWithoutInput, UnusedInput,
        UnresolvedReference, CyclicReference, ContradictingSchema, InvalidSchema, InvalidAuth, UnreadableFile,
        InvalidOption, DuplicateClient, RuntimeMissing, NotCalled, UntypedSchema, IgnoredKeyword,
        UnmatchedFilter, NoDescription, RejectedName, ContradictingExample, BodyOfGet, InsecureUrl, PlaceholderInAuthority, LiteralSecret, SecretInQuery, SharedSecret, ForeignTokenUrl, InternalTarget, UnsafeServerChoice, InvalidAllowedHost, InternalError,
    }.ToDictionary(descriptor => descriptor.Id);

    /// <summary>All descriptors.</summary>
    public static IEnumerable<DiagnosticDescriptor> All => ById.Values;

    /// <summary>The descriptor of an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static string HelpLink(string id) => "docs/rules/" + id + ".md";
}
