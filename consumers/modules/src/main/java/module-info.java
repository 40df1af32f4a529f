/** A program of modules. */
module org.example.modular {
    requires org.gongkai.conversion;
    requires org.gongkai.office;
    requires com.fasterxml.jackson.datatype.jsr310;
    requires org.hibernate.validator;

    exports org.example.modular;
}
