namespace Utcp.Manuals.Problems;

/// <summary>
/// The ids of all problems with a document. UTCP0xx: the document itself; UTCP1xx: its mapping to C#; UTCP2xx: security. Ids are never reused.
/// Each id has a page <c>docs/rules/UTCPnnn.md</c>.
/// </summary>
public static class ProblemCodes
{
    /// <summary>The text is not valid JSON or YAML.</summary>
    public const string InvalidJson = "UTCP001";

    /// <summary>The file was named as a manual but is none.</summary>
    public const string NotAManual = "UTCP002";

    /// <summary>A limit on size, depth or count was passed.</summary>
    public const string LimitExceeded = "UTCP003";

    /// <summary>An object holds one name twice.</summary>
    public const string DuplicateName = "UTCP004";

    /// <summary>A required field is missing.</summary>
    public const string MissingField = "UTCP005";

    /// <summary>A field holds a value of the wrong kind or outside its range.</summary>
    public const string InvalidField = "UTCP006";

    /// <summary>A field is unknown to the specification and ignored.</summary>
    public const string UnknownField = "UTCP007";

    /// <summary>The manual uses the v0.x form and was migrated.</summary>
    public const string LegacyManual = "UTCP008";

    /// <summary>The call template has a type nobody here can call.</summary>
    public const string UnsupportedCallTemplate = "UTCP009";

    /// <summary>Two tools have one name.</summary>
    public const string DuplicateTool = "UTCP010";

    /// <summary>A URL placeholder has no input.</summary>
    public const string PlaceholderWithoutInput = "UTCP011";

    /// <summary>An input that reaches no part of the request.</summary>
    public const string UnusedInput = "UTCP012";

    /// <summary>A <c>$ref</c> leads nowhere.</summary>
    public const string UnresolvedReference = "UTCP013";

    /// <summary><c>$ref</c>s that lead only to each other.</summary>
    public const string CyclicReference = "UTCP014";

    /// <summary><c>allOf</c> members, or a schema and its siblings, that no value can satisfy.</summary>
    public const string ContradictingSchema = "UTCP015";

    /// <summary>A schema keyword has a value that JSON Schema does not allow.</summary>
    public const string InvalidSchema = "UTCP016";

    /// <summary>The auth object has an unknown type or lacks a field.</summary>
    public const string InvalidAuth = "UTCP017";

    /// <summary>The file could not be read.</summary>
    public const string UnreadableFile = "UTCP018";

    /// <summary>An option of a <c>UtcpManual</c> item has a bad value.</summary>
    public const string InvalidOption = "UTCP019";

    /// <summary>Two files ask for one client.</summary>
    public const string DuplicateClient = "UTCP020";

    /// <summary>The project does not reference Utcp.Runtime.</summary>
    public const string RuntimeMissing = "UTCP021";


    /// <summary>Webhooks, callbacks or links, for which nothing is generated.</summary>
    public const string NotCalled = "UTCP024";

    /// <summary>A schema construct is carried as <c>JsonElement</c>.</summary>
    public const string UntypedSchema = "UTCP101";

    /// <summary>A schema keyword is ignored because C# types cannot express it.</summary>
    public const string IgnoredKeyword = "UTCP102";

    /// <summary>A filter in <c>IncludeTools</c> or <c>ExcludeTools</c> matches no tool.</summary>
    public const string UnmatchedFilter = "UTCP103";

    /// <summary>A tool has no description.</summary>
    public const string NoDescription = "UTCP104";

    /// <summary>A tool has a name that models do not accept.</summary>
    public const string RejectedName = "UTCP105";

    /// <summary>An example or default contradicts its own schema.</summary>
    public const string ContradictingExample = "UTCP106";

    /// <summary>A request has a body although its method has none.</summary>
    public const string BodyOfGet = "UTCP107";

    /// <summary>What all codes about security start with.</summary>
    internal const string SecurityPrefix = "UTCP2";

    /// <summary>A URL is neither https/wss nor loopback, or otherwise refused by the URL policy.</summary>
    public const string InsecureUrl = "UTCP201";

    /// <summary>A placeholder stands in the scheme, user info, host or port of a URL.</summary>
    public const string PlaceholderInAuthority = "UTCP202";

    /// <summary>A secret stands in the document in the clear.</summary>
    public const string LiteralSecret = "UTCP203";

    /// <summary>A variable with a credential stands in the query of a URL.</summary>
    public const string SecretInQuery = "UTCP204";

    /// <summary>One credential is sent to two sites.</summary>
    public const string SharedSecret = "UTCP205";

    /// <summary>A tool's client secret is sent to another site than its calls.</summary>
    public const string ForeignTokenUrl = "UTCP206";

    /// <summary>A URL leads into a private network, or to the metadata service of a cloud.</summary>
    public const string InternalTarget = "UTCP207";

    /// <summary>A server of an OpenAPI document that stands beside the one that is called is refused by the URL policy.</summary>
    public const string UnsafeServerChoice = "UTCP208";

    /// <summary>An entry of the option <c>utcp_allowed_insecure_hosts</c> is no host.</summary>
    public const string InvalidAllowedHost = "UTCP209";

    /// <summary>A defect of this product.</summary>
    public const string InternalError = "UTCP900";
}
